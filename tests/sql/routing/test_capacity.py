"""What a location can ship in a day: claimed with the allocation, freed with it, and never more than there is."""

from collections.abc import Callable
from typing import Any

from tests.support import factories


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
