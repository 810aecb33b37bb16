"""Promises 1 and 4 under real concurrency: stock is promised at most once, and the same order is one order."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together


def test_fifty_buyers_of_the_last_ten_units_get_exactly_ten(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    sku = factories.stocked(at, quantity=10)
    orders = [factories.order(lines=[factories.line(sku)], stock_policy="refuse") for _ in range(50)]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(outcomes) - len(refused) == 10
    assert {error.code for error in refused if isinstance(error, DomainError)} == {"OM101"}
    level = committed_db.row("select on_hand, reserved from inventory.levels")
    assert (level.on_hand, level.reserved) == (10, 10)
    assert committed_db.value("select count(*) from orders.orders") == 10
    assert_consistent()


def test_what_is_not_there_is_backordered_under_load_too(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    sku = factories.stocked(at, quantity=10)
    orders = [factories.order(lines=[factories.line(sku)]) for _ in range(30)]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert committed_db.value("select sum(released) from demand.lines") == 10
    assert committed_db.value("select sum(backordered) from demand.lines") == 20
    assert_consistent()


def test_the_same_sku_twice_in_a_basket_is_counted_together(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    sku = factories.stocked(at, quantity=10)
    orders = [
        factories.order(lines=[factories.line(sku, 2), factories.line(sku, 1)], stock_policy="refuse")
        for _ in range(12)
    ]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert sum(not isinstance(outcome, Exception) for outcome in outcomes) == 3
    assert committed_db.value("select reserved from inventory.levels") == 9
    assert_consistent()


def test_a_kit_and_its_part_share_the_stock_of_the_part(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    """Ten cups: three for each basket of a kit of two and a single one."""
    at = factories.location()
    cup, plate = factories.stocked(at, quantity=10), factories.stocked(at, quantity=100)
    kit = factories.kit({cup: 2, plate: 1}).sku
    orders = [
        factories.order(lines=[factories.line(kit), factories.line(cup)], stock_policy="refuse") for _ in range(12)
    ]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert sum(not isinstance(outcome, Exception) for outcome in outcomes) == 3
    assert {outcome.code for outcome in outcomes if isinstance(outcome, DomainError)} == {"OM101"}
    assert sorted(committed_db.value("select array_agg(reserved) from inventory.levels")) == [3, 9]
    assert_consistent()


def test_what_becomes_a_kit_is_not_stocked_meanwhile(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    part = factories.product().sku
    skus = [factories.product().sku for _ in range(8)]

    together(
        *[lambda sku=sku: factories.stock(sku, at, 1) for sku in skus],
        *[lambda sku=sku: factories.kit({part: 1}, sku) for sku in skus],
        *[lambda sku=sku: factories.place_order(lines=[factories.line(sku)]) for sku in skus],
    )

    assert_consistent()


def test_baskets_in_opposite_order_do_not_deadlock(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    first, second = factories.stocked(at, quantity=100), factories.stocked(at, quantity=100)
    baskets = [[first, second], [second, first]] * 20
    orders = [factories.order(lines=[factories.line(sku) for sku in basket]) for basket in baskets]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert committed_db.value("select array_agg(reserved) from inventory.levels") == [40, 40]
    assert_consistent()


def test_the_same_order_fifty_times_at_once_is_one_order(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    order = factories.order(lines=[factories.line(factories.stocked(at, quantity=100))])

    outcomes = together(*[lambda: committed_db.call("orders.place", p_order=order)] * 50)

    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert {outcome.order_id for outcome in outcomes} == {committed_db.value("select id from orders.orders")}
    assert sum(outcome.is_new for outcome in outcomes) == 1
    assert committed_db.value("select reserved from inventory.levels") == 1
    assert committed_db.value("select count(*) from customers.addresses") == 1
    assert_consistent()


def test_cancel_pick_short_and_pay_at_once_neither_deadlock_nor_lose_a_unit(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    here, there = factories.location(), factories.location()
    sku = factories.stocked(here, quantity=40)
    factories.stock(sku, there, 40)
    placed = [factories.place_order(lines=[factories.line(sku, 2)]) for _ in range(8)]
    works = []
    for order in placed:
        line_id = committed_db.value(
            "select l.id from fulfillment.lines as l join fulfillment.orders as f on f.id = l.order_id where f.request_id = :id",
            id=order.request_id,
        )
        payment = factories.payment(100, kind="refund")
        works += [
            lambda order=order: committed_db.call("orders.cancel", p_order_id=order.id, p_reason="test"),
            lambda line_id=line_id: committed_db.call("fulfillment.pick", p_line_id=line_id, p_quantity=1),
            lambda line_id=line_id: committed_db.call("fulfillment.short", p_line_id=line_id, p_quantity=1),
            lambda order=order, payment=payment: committed_db.call(
                "orders.record_payment", p_order_id=order.id, p_event=payment
            ),
            lambda order=order: committed_db.call("orders.hold", p_order_id=order.id, p_reason="manual"),
        ]

    outcomes = together(*works)

    unexpected = [
        outcome for outcome in outcomes if isinstance(outcome, Exception) and not isinstance(outcome, DomainError)
    ]
    assert unexpected == []
    assert_consistent()
