"""Days off, limits of a day, and what to do with the orders of a location that is closed."""

from typing import Any

import pytest

from jobs.run import run_due
from oms.db import call, row, rows, value
from tests.support.factories import line, location, place_order, stock, stocked, works

ADDRESS = "/settings/locations/HERE"


@pytest.fixture
def here(db: Any) -> int:
    return location("HERE", line1="Main St 1", city="Berlin")


def test_a_day_off_is_made_and_taken_back(here: int, log_in: Any) -> None:
    client = log_in("manager")
    client.post(f"{ADDRESS}/closures", data={"day": "2126-12-24", "reason": "Holiday"})
    assert "Holiday" in client.get(ADDRESS).text
    client.post(f"{ADDRESS}/closures/2126-12-24/end")
    assert value("select count(*) from inventory.closures") == 0
    assert client.post(f"{ADDRESS}/closures", data={"day": ""}).status_code == 422


def test_the_limits_of_a_day_are_kept(here: int, log_in: Any) -> None:
    known = row("select * from inventory.locations where id = :id", id=here)
    assert known is not None
    form = {"name": "Here", "kind": "warehouse", "country_code": "DE", "time_zone": "Europe/Berlin", "priority": "10"}
    limits = {"cutoff": "14:00", "processing_days": "1", "daily_shipments": "40", "handling_minor": "1.20"}
    others = {"ships": "y", "is_active": "y", "pickup_days": "7", "count_limit_units": "", "count_limit_minor": ""}
    assert log_in("manager").post(ADDRESS, data={**form, **limits, **others}).status_code == 303
    kept = row("select cutoff::text, processing_days, daily_shipments, handling_minor from inventory.locations")
    assert kept == ("14:00:00", 1, 40, 120)


def test_it_tells_what_routing_misses(here: int, log_in: Any) -> None:
    call("inventory.save_location", p_location={"code": "HERE", "daily_shipments": 5})
    for _order in range(2):
        place_order(at=here)
    call("inventory.save_location", p_location={"code": "HERE", "daily_shipments": 1, "latitude": None})
    shown = log_in("manager").get(ADDRESS).text
    assert "It has no coordinates" in shown
    assert "Shipments a day: at most 1, but it has been given 2 for today." in shown


def test_what_waits_there_is_sent_from_elsewhere(here: int, log_in: Any) -> None:
    there = location(latitude=48.1, longitude=11.6)
    sku = stocked(here)
    stock(sku, there)
    order = place_order(lines=[line(sku)])
    answer = log_in("manager").post("/fulfillment/locations/HERE/elsewhere")
    assert answer.status_code == 303
    run_due()
    assert [work.location_id for work in works(order.id)] == [here, there]
    assert rows("select from demand.lines where unrouted + backordered > 0") == []
