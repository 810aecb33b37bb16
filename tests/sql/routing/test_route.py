"""routing.route: gathers, plans, claims, and records why."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together


def decisions(db: Any, request_id: int) -> list[Any]:
    return db.rows("select * from routing.decisions where request_id = :id order by id", id=request_id)


def lines(db: Any, request_id: int) -> list[tuple[int, ...]]:
    found = db.rows(
        "select wanted, unrouted, backordered, released from demand.lines where request_id = :id order by id",
        id=request_id,
    )
    return [tuple(line) for line in found]


def test_it_records_a_decision_that_replays_to_the_same_bytes(db: Any) -> None:
    order = factories.place_order()
    (decision,) = decisions(db, order.request_id)
    assert db.call("routing.plan", p_inputs=decision.inputs) == decision.result
    stored = db.row(
        "select inputs::text as inputs, result::text as result from routing.decisions where id = :id", id=decision.id
    )
    assert decision.hash == hashlib.sha256((stored.inputs + stored.result).encode()).hexdigest()


def test_it_serves_a_channel_only_from_its_locations(db: Any) -> None:
    near, far = factories.location("NEAR"), factories.location("FAR", latitude=40.4, longitude=-3.7)
    sku = factories.stocked(near)
    factories.stock(sku, far)
    order = factories.place_order(lines=[factories.line(sku)], source_location_ids=[far])
    (decision,) = decisions(db, order.request_id)
    told = {place["code"]: (place["verdict"], place["excluded"]) for place in decision.result["considered"]}
    assert told == {"FAR": ("chosen", None), "NEAR": ("excluded", "does_not_serve_channel")}


def test_it_measures_from_the_middle_of_the_country_without_coordinates(db: Any) -> None:
    spain, poland = (
        factories.location("ES-1", latitude=40.4, longitude=-3.7),
        factories.location("PL-1", latitude=52.2, longitude=21.0),
    )
    sku = factories.stocked(spain)
    factories.stock(sku, poland)
    address = {"name": "Ana", "line1": "Rua 1", "city": "Lisboa", "postal_code": "1100-001", "country_code": "PT"}
    order = factories.place_order(lines=[factories.line(sku)], ship_to=address)
    assert order.location_ids == [spain]


def test_it_takes_a_pickup_only_from_its_store(db: Any) -> None:
    warehouse, store = factories.location(), factories.store()
    sku = factories.stocked(warehouse)
    order = factories.place_pickup(store, lines=[factories.line(sku)])
    assert lines(db, order.request_id) == [(1, 0, 1, 0)]
    assert db.value("select reserved from inventory.levels") == 0


def test_it_backorders_what_is_not_there(db: Any) -> None:
    sku = factories.stocked(factories.location(), quantity=2)
    order = factories.place_order(lines=[factories.line(sku, 5)])
    assert lines(db, order.request_id) == [(5, 0, 3, 2)]
    assert order.is_backordered


def test_it_does_nothing_when_nothing_is_open(db: Any) -> None:
    order = factories.place_order()
    assert db.call("routing.route", p_request_id=order.request_id) is None
    assert len(decisions(db, order.request_id)) == 1


def test_it_remembers_what_was_ruled_out_before(db: Any) -> None:
    here, there = factories.location("HERE"), factories.location("THERE")
    sku = factories.stocked(here, quantity=5)
    order = factories.place_order(lines=[factories.line(sku)])
    db.call("fulfillment.reject", p_order_id=factories.works(order.id)[0].id, p_reason="closed today")
    assert lines(db, order.request_id) == [(1, 0, 1, 0)]
    factories.stock(sku, there, 1)
    db.call("routing.route", p_request_id=order.request_id)
    verdicts = {place["code"]: place["verdict"] for place in decisions(db, order.request_id)[-1].result["considered"]}
    assert verdicts == {"HERE": "excluded", "THERE": "chosen"}


def test_it_keeps_safety_stock_and_unavailable_stock(db: Any) -> None:
    at = factories.location()
    variant_id = factories.stock(factories.product("SAFE").sku, at, 10)
    db.call("inventory.set_terms", p_variant_id=variant_id, p_location_id=at, p_safety=4, p_bin="")
    db.call("inventory.set_aside", p_variant_id=variant_id, p_location_id=at, p_quantity=5, p_reason="quality")
    order = factories.place_order(lines=[factories.line("SAFE", 3)])
    assert lines(db, order.request_id) == [(3, 0, 2, 1)]


def test_it_refuses_a_request_that_is_not_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        db.call("routing.route", p_request_id=404)
    assert refused.value.code == "OM404"


def test_it_plans_again_when_somebody_was_faster(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    near, far = factories.location(), factories.location(latitude=48.1, longitude=11.6)
    sku = factories.stocked(near, quantity=5)
    factories.stock(sku, far, 5)
    orders = [factories.order(lines=[factories.line(sku)]) for _ in range(10)]
    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert committed_db.rows("select reserved from inventory.levels order by location_id") == [(5,), (5,)]
    for decision in committed_db.rows("select inputs, result from routing.decisions"):
        assert committed_db.call("routing.plan", p_inputs=decision.inputs) == decision.result
    assert_consistent()


def held(db: Any, sku: str, quantity: int, at: int, key: str = "cart") -> None:
    variant_id = db.value("select id from catalog.variants where sku = :sku", sku=sku)
    claims = [{"variant_id": variant_id, "location_id": at, "quantity": quantity}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key=key)


def test_what_is_held_for_an_order_goes_to_it(db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    sku = factories.stocked(at, 3)
    held(db, sku, 3, at)
    order = factories.place_order(lines=[factories.line(sku, 3)], hold="cart")
    assert lines(db, order.request_id) == [(3, 0, 0, 3)]
    assert db.value("select state from inventory.holds") == "converted"
    assert_consistent()


def test_what_was_held_elsewhere_or_for_more_is_available_again(db: Any, assert_consistent: Callable[[], None]) -> None:
    here, there = factories.location("HERE"), factories.location("THERE", latitude=40.4, longitude=-3.7)
    sku = factories.stocked(here, 5)
    factories.stock(sku, there, 5)
    held(db, sku, 4, there)
    order = factories.place_order(lines=[factories.line(sku, 2)], hold="cart")
    assert lines(db, order.request_id) == [(2, 0, 0, 2)]
    levels = db.rows("select reserved, held from inventory.levels order by location_id")
    assert [tuple(level) for level in levels] == [(2, 0), (0, 0)]
    assert_consistent()


def test_what_is_held_for_others_stays_theirs(db: Any) -> None:
    at = factories.location()
    sku = factories.stocked(at, 3)
    held(db, sku, 3, at)
    order = factories.place_order(lines=[factories.line(sku, 3)])
    assert lines(db, order.request_id) == [(3, 0, 3, 0)]


def test_overdue_holds_block_nobody(db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    sku = factories.stocked(at, 3)
    held(db, sku, 3, at)
    db.value("select set_config('oms.now', (db.now() + interval '16 minutes')::text, true)")
    order = factories.place_order(lines=[factories.line(sku, 3)])
    assert lines(db, order.request_id) == [(3, 0, 0, 3)]
    assert db.value("select state from inventory.holds") == "expired"
    assert_consistent()


def test_a_hold_for_what_needs_no_stock_is_let_go(db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    held(db, factories.stocked(at, 3), 3, at)
    factories.place_order(lines=[factories.line("")], hold="cart")
    assert db.value("select held from inventory.levels") == 0
    assert_consistent()


@pytest.mark.parametrize(
    ("ordered", "arrives"),
    [
        ("2026-11-16 10:00:00+00", "2026-11-18"),  # on a Monday
        ("2026-11-20 10:00:00+00", "2026-11-23"),  # on a Friday
        ("2026-11-21 10:00:00+00", "2026-11-24"),  # on a Saturday
        ("2026-11-22 10:00:00+00", "2026-11-24"),  # on a Sunday
    ],
)
def test_parcels_rest_on_sundays(db: Any, owner: Any, ordered: str, arrives: str) -> None:
    owner("select set_config('oms.now', :now, true)", now=ordered)
    order = factories.place_order()
    (decision,) = decisions(db, order.request_id)
    assert decision.result["considered"][0]["arrives_on"] == arrives


# What a location can ship in a day: claimed with the allocation, freed with it, never more than there is.


def used(db: Any) -> int:
    return int(db.value("select coalesce(sum(used), 0) from routing.capacity_days"))


def small(db: Any) -> tuple[int, str]:
    """A location that ships two orders a day, and its SKU."""
    at = factories.location("SMALL", daily_shipments=2)
    return at, factories.stocked(at)


def test_the_next_location_ships_when_one_is_full(db: Any, assert_consistent: Callable[[], None]) -> None:
    at, sku = small(db)
    far = factories.location("FAR", latitude=40.4, longitude=-3.7)
    factories.stock(sku, far)
    placed = [factories.place_order(lines=[factories.line(sku)]) for _ in range(3)]
    assert [order.location_ids for order in placed] == [[at], [at], [far]]
    assert used(db) == 2
    considered = db.value("select result -> 'considered' from routing.decisions order by id desc limit 1")
    assert {place["code"]: place["excluded"] for place in considered} == {"SMALL": "no_capacity", "FAR": None}
    assert_consistent()


def test_what_is_canceled_makes_room(db: Any, owner: Any) -> None:
    _, sku = small(db)
    first, _ = (factories.place_order(lines=[factories.line(sku)]) for _ in range(2))
    db.call("orders.cancel", p_order_id=first.id, p_reason="other")
    owner("set constraints all immediate")
    assert used(db) == 1
    assert not factories.place_order(lines=[factories.line(sku)]).is_backordered


def test_what_waits_for_room_is_not_told_again_every_minute(db: Any) -> None:
    _, sku = small(db)
    last = [factories.place_order(lines=[factories.line(sku)]) for _ in range(3)][-1]
    assert last.is_backordered
    assert last.request_id not in db.call("fulfillment.waiting_requests")
    made = db.call("routing.route", p_request_id=last.request_id)
    assert made == db.value("select max(id) from routing.decisions where request_id = :id", id=last.request_id)
    assert db.value("select count(*) from routing.decisions where request_id = :id", id=last.request_id) == 1


def test_it_is_tried_again_after_an_hour(db: Any, owner: Any) -> None:
    _, sku = small(db)
    last = [factories.place_order(lines=[factories.line(sku)]) for _ in range(3)][-1]
    owner("update routing.waits set tried_at = tried_at - interval '61 minutes'")
    assert last.request_id in db.call("fulfillment.waiting_requests")


def test_a_second_line_of_the_same_order_takes_no_more_room(db: Any) -> None:
    at, sku = small(db)
    other = factories.stocked(at)
    order = factories.place_order(lines=[factories.line(sku), factories.line(other)])
    assert order.location_ids == [at]
    assert used(db) == 1


def test_a_pickup_needs_no_shipment(db: Any) -> None:
    at = factories.store(daily_shipments=1)
    sku = factories.stocked(at)
    for _ in range(2):
        assert not factories.place_pickup(at, lines=[factories.line(sku)]).is_backordered
    assert used(db) == 0
