"""channels.cancel: the channel has canceled, whatever has happened here meanwhile."""

from typing import Any

from oms.db import call, rows, value
from tests.support.channels import channel, incoming, record
from tests.support.factories import order_row, payment, ship, works


def cancel(order: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = call("channels.cancel", p_channel="shop", p_order=order, p_reason="customer")
    return answer


def test_it_cancels_an_order(db: Any) -> None:
    order = incoming()
    placed = call("channels.place", p_channel=channel(), p_order=order)
    assert cancel(order)["order_id"] == placed["order_id"]
    assert (order_row(placed["order_id"]).state, order_row(placed["order_id"]).cancel_reason) == (
        "canceled",
        "customer",
    )
    assert cancel(order)["outcome"] == "known"


def test_it_says_once_that_it_came_too_late(db: Any) -> None:
    order = incoming(payments=[payment(1000)])
    placed = call("channels.place", p_channel=channel(), p_order=order)
    ship(works(placed["order_id"])[0].id)
    cancel(order)
    cancel(order)
    assert order_row(placed["order_id"]).state == "closed"
    assert value("select count(*) from history.events where type = 'order.canceled_too_late'") == 1


def test_it_discards_what_is_in_quarantine(db: Any) -> None:
    order = incoming("NO")
    kept = call("channels.place", p_channel=channel(), p_order=order)
    cancel(order)
    assert record(kept["quarantine_id"]).state == "discarded"


def test_it_outlives_an_order_that_arrives_after_its_cancellation(db: Any) -> None:
    code, order = channel(), incoming()
    cancel(order)
    answer = call("channels.place", p_channel=code, p_order=order)
    assert answer["reasons"][0]["code"] == "canceled"
    assert rows("select from orders.orders") == []
