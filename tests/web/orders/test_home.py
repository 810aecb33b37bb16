"""Where people land."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("role", "place"),
    [("owner", "/orders"), ("service", "/orders"), ("warehouse", "/fulfillment"), ("store", "/pickup")],
)
def test_it_leads_people_to_their_work(log_in: Any, house: Any, role: str, place: str) -> None:
    assert log_in(role, locations=[house.berlin]).get("/").location == place
