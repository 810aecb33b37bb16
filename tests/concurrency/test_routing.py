"""Many orders routed at once while stock, capacity and profiles change: nothing is promised twice, nobody works beyond what
they can, and every decision replays."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from oms.db import call, value
from tests.support import factories
from tests.support.together import crowd, faults

SKUS = [f"ROUTE-{n}" for n in range(6)]
LIMITS = {"AA": 15, "BB": 25, "CC": None}
CRITERIA = (["fewest_splits", "nearest"], ["cheapest", "priority"], ["balance_stock"], ["fastest", "keep_store_stock"])


@pytest.fixture
def places(committed_db: Any) -> list[int]:
    for sku in SKUS:
        factories.product(sku, weight_grams=500)
    ids = [factories.location(code, daily_shipments=limit) for code, limit in LIMITS.items()]
    for at in ids:
        for sku in SKUS:
            factories.stock(sku, at, 20)
    return ids


@pytest.mark.parametrize("count", [80, pytest.param(1000, marks=pytest.mark.slow)])
def test_routing_holds_while_everything_changes(
    committed_db: Any,
    places: list[int],
    assert_consistent: Callable[[], None],
    count: int,
) -> None:
    chance = Random(count)  # noqa: S311 - to be repeated

    def order() -> None:
        lines = [factories.line(sku, chance.randint(1, 2)) for sku in chance.sample(SKUS, chance.randint(1, 3))]
        call("orders.place", p_order=factories.order(lines=lines))

    def change() -> None:
        kind = chance.choice(["stock", "capacity", "profile"])
        if kind == "stock":
            variant_id = value("select id from catalog.variants where sku = :sku", sku=chance.choice(SKUS))
            call("inventory.receive", p_variant_id=variant_id, p_location_id=chance.choice(places), p_quantity=3)
        elif kind == "capacity":
            call(
                "inventory.save_location", p_location={"code": "AA", "daily_shipments": chance.randint(5, LIMITS["AA"])}
            )
        else:
            rules = {"criteria": chance.choice(CRITERIA), "max_parcels": chance.choice([1, 2, None])}
            profile_id = value("select id from routing.profiles where is_default")
            call("routing.activate", p_version_id=call("routing.save_draft", p_profile_id=profile_id, p_rules=rules))

    works = [change if n % 10 == 0 else order for n in range(count)]
    assert faults(crowd(works, sessions=16)) == []
    full = "select max(d.used) from routing.capacity_days as d join inventory.locations as o on o.id = d.location_id where o.code = :code"
    assert value(full, code="AA") <= LIMITS["AA"]
    assert value(full, code="BB") <= LIMITS["BB"]
    assert value("select count(*) from routing.decisions") > 0
    assert value("select count(*) from routing.decisions where not (routing.replay(id) ->> 'same')::boolean") == 0
    assert_consistent()
