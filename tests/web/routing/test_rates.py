"""What carriers charge, on screen."""

from typing import Any

import pytest

from oms.db import row, value

RATE = {
    "carrier": "Swift",
    "zone": "Alps",
    "to_countries": "at, ch",
    "base_minor": "7.00",
    "per_kg_minor": "0.50",
    "transit_days": "3",
}


def test_a_rate_is_made_changed_and_removed(log_in: Any) -> None:
    client = log_in("manager")
    client.post("/settings/routing/rates/new", data=RATE)
    made = row("select * from routing.rates where carrier = 'Swift'")
    assert made is not None
    assert (made.to_countries, made.base_minor, made.per_kg_minor) == (["AT", "CH"], 700, 50)
    assert "to Austria and Switzerland" in client.get("/settings/routing/rates").text
    address = f"/settings/routing/rates/{made.id}"
    assert 'value="AT, CH"' in client.get(address).text
    client.post(address, data={**RATE, "to_countries": ""})
    assert value("select to_countries from routing.rates where id = :id", id=made.id) is None
    client.post(f"{address}/removal")
    assert value("select count(*) from routing.rates where carrier = 'Swift'") == 0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"to_countries": "Austria"}, "There is no country AUSTRIA."),
        ({"base_minor": ""}, "Please fill this in."),
        ({"transit_days": "91"}, "Number must be between 0 and 90."),
        ({"carrier": "OMS Post", "zone": "World"}, "This carrier already has a rate for this zone."),
    ],
)
def test_mistakes_are_told_beside_their_field(log_in: Any, wrong: dict[str, str], told: str) -> None:
    answer = log_in("manager").post("/settings/routing/rates/new", data={**RATE, **wrong})
    assert answer.status_code == 422
    assert told in answer.text
