"""Where people land."""

from typing import Any

import pytest

from tests.support.factories import line, place_order


@pytest.mark.parametrize(
    ("role", "place"),
    [("owner", "/orders"), ("service", "/orders"), ("warehouse", "/fulfillment"), ("store", "/pickup")],
)
def test_it_leads_people_to_their_work(log_in: Any, house: Any, role: str, place: str) -> None:
    place_order(lines=[line(house.sku)])
    assert log_in(role, locations=[house.berlin]).get("/").location == place
