"""demand.redirect: somewhere else, or in another way."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.factories import place_order, store


def redirect(placed: Any, method: str, location_id: int | None) -> None:
    given = {"p_request_id": placed.request_id, "p_ship_to_id": placed.ship_to_id, "p_service": "Express"}
    call("demand.redirect", p_method=method, p_location_id=location_id, **given)


def test_it_is_wanted_there(db: Any) -> None:
    placed, at = place_order(), store()
    redirect(placed, "pickup", at)
    wanted = row("select method, location_id, service from demand.requests")
    assert wanted is not None
    assert tuple(wanted) == ("pickup", at, "Express")


def test_a_pickup_has_a_place(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        redirect(place_order(), "pickup", None)
    assert refused.value.code == "requests_pickup_has_location"
