"""routing.point_of: where a place is, as far as our own locations and known addresses say."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


def point(db: Any, country: str | None = None, postal_code: str | None = None, city: str | None = None) -> Any:
    found = db.call("routing.point_of", p_country_code=country, p_postal_code=postal_code, p_city=city)
    return round(found.latitude, 2), round(found.longitude, 2)


@pytest.fixture
def _places(db: Any) -> None:
    factories.location(postal_code="10115", city="Berlin", latitude=52.53, longitude=13.38)
    factories.location(postal_code="12043", city="Berlin", latitude=52.47, longitude=13.42)
    factories.location(postal_code="10115", city="Tartu", country_code="EE", latitude=58.38, longitude=26.72)


@pytest.mark.usefixtures("_places")
def test_it_goes_by_the_postal_code_then_by_the_city(db: Any) -> None:
    assert point(db, "DE", "10115", "Berlin") == (52.53, 13.38)
    assert point(db, "DE", "99999", "berlin") == (52.5, 13.4)
    assert point(db, None, None, "Tartu") == (58.38, 26.72)


@pytest.mark.usefixtures("_places")
@pytest.mark.parametrize("given", [("FR", "10115", None), (None, "00000", "Nowhere"), (None, "", "")])
def test_it_refuses_what_it_does_not_know(db: Any, given: tuple[str | None, ...]) -> None:
    with pytest.raises(DomainError) as refused:
        point(db, *given)
    assert refused.value.code == "OM240"
