"""Promises of what is not here yet, under real concurrency: no more is promised than comes, and no more sold than may be."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.incoming import expect, in_days, line_of
from tests.support.together import Outcome, together


def _failures(outcomes: list[Outcome]) -> list[Exception]:
    return [outcome for outcome in outcomes if isinstance(outcome, Exception)]


def test_fifty_buyers_of_ten_backorders_get_exactly_ten(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    factories.location()
    book = factories.product()
    committed_db.call("demand.set_backorder_terms", p_variant_id=book.id, p_channel="", p_is_allowed=True, p_most=10)
    orders = [factories.order(lines=[factories.line(book.sku)]) for _ in range(50)]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    refused = _failures(outcomes)
    assert len(outcomes) - len(refused) == 10
    assert {error.code for error in refused if isinstance(error, DomainError)} == {"OM101"}
    assert committed_db.value("select sum(backordered) from demand.lines") == 10
    assert_consistent()


def test_no_more_is_promised_than_comes(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    book = factories.product("BOOK")
    delivery = expect(at, 7, BOOK=10)
    orders = [factories.order(lines=[factories.line(book.sku)]) for _ in range(30)]

    outcomes = together(*[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert _failures(outcomes) == []
    assert line_of(delivery).pegged == 10
    assert committed_db.value("select sum(quantity) from demand.pegs where state = 'pegged'") == 10
    assert_consistent()


def test_deliveries_arrive_and_slip_while_orders_come_and_go(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    """Two SKUs in opposite order, so that whoever locks in another order than the house's would deadlock."""
    at = factories.location()
    for sku in ("BOOK", "PEN"):
        factories.product(sku)
    deliveries = [expect(at, days, BOOK=20, PEN=20) for days in (3, 5, 7)]
    early = [_placed("BOOK", "PEN") for _ in range(8)]

    def receive(delivery: int) -> None:
        ids = committed_db.rows("select id from inventory.incoming_lines where incoming_id = :id", id=delivery)
        lines = [{"line_id": line.id, "quantity": 9} for line in ids]
        committed_db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=lines)

    def slip(delivery: int) -> None:
        moved = {"p_expected_on": in_days(9), "p_reason": "late"}
        committed_db.call("inventory.reschedule_incoming", p_incoming_id=delivery, **moved)

    def cancel(order: Any) -> None:
        committed_db.call("orders.cancel", p_order_id=order.id, p_reason="customer")

    def retry(order: Any) -> None:
        committed_db.call("fulfillment.retry_backorders", p_request_id=order.request_id)

    outcomes = together(
        *[lambda basket=basket: _placed(*basket) for basket in (("BOOK", "PEN"), ("PEN", "BOOK")) * 6],
        *[lambda order=order: cancel(order) for order in early[:4]],
        *[lambda order=order: retry(order) for order in early[4:]],
        *[lambda delivery=delivery: receive(delivery) for delivery in deliveries],
        *[lambda delivery=delivery: slip(delivery) for delivery in deliveries],
    )

    assert _failures(outcomes) == []
    assert_consistent()


def _placed(*skus: str) -> Any:
    return factories.place_order(lines=[factories.line(sku, 2) for sku in skus])
