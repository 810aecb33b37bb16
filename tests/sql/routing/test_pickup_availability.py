"""routing.pickup_availability: which stores have it, how far away they are, and from when."""

import json
from datetime import date
from typing import Any

import pytest

from oms.db import Actor
from tests.support import factories

HOURS = {day: ["09:00", "18:00"] for day in ("mon", "tue", "wed", "thu", "fri")}


@pytest.fixture(autouse=True)
def _saturday(db: Any) -> None:
    db.value("select set_config('oms.now', '2026-11-07T09:00:00Z', true)")


def ask(db: Any, lines: dict[str, int], most: int = 10, *, available: bool = False) -> list[Any]:
    wanted = [
        {"variant_id": db.value("select id from catalog.variants where sku = :sku", sku=sku), "quantity": quantity}
        for sku, quantity in lines.items()
    ]
    return db.rows(
        "select * from routing.pickup_availability(cast(:lines as jsonb), 52.5, 13.4, :most, :available)",
        lines=json.dumps(wanted),
        most=most,
        available=available,
    )


def test_the_nearest_store_comes_first_and_closed_days_count(db: Any) -> None:
    far = factories.store(latitude=48.1, longitude=11.6)
    near = factories.store(latitude=52.6, longitude=13.4, hours=HOURS)
    factories.location()  # not a store
    sku = factories.stocked(far, 3)
    factories.stock(sku, near, 1)
    one, other = ask(db, {sku: 2})
    assert (one.location_id, one.is_available, one.is_open, one.ready_on) == (near, False, False, date(2026, 11, 9))
    assert (other.location_id, other.is_available, other.is_open, other.ready_on) == (
        far,
        True,
        True,
        date(2026, 11, 7),
    )
    assert one.distance_km < other.distance_km
    assert [line["available"] for line in (*one.lines, *other.lines)] == [1, 3]
    assert [found.location_id for found in ask(db, {sku: 2}, available=True)] == [far]
    assert [found.location_id for found in ask(db, {sku: 2}, most=1)] == [near]


def test_lines_share_the_parts_of_kits(db: Any) -> None:
    place = factories.store()
    part = factories.stocked(place, 4)
    kit = factories.kit({part: 2})
    (found,) = ask(db, {kit.sku: 1, part: 2})
    assert ([line["available"] for line in found.lines], found.is_available) == ([2, 4], True)
    (found,) = ask(db, {kit.sku: 2, part: 1})
    assert not found.is_available


def test_it_shows_stores_in_scope_only(db: Any) -> None:
    here, there = factories.store(), factories.store()
    sku = factories.stocked(here)
    factories.stock(sku, there)
    with db.acting_as(Actor("token", 1, "Shop", (here,))):
        assert [found.location_id for found in ask(db, {sku: 1})] == [here]
