"""orders.cancel_rest: what waited as long as its profile lets it is canceled, and nothing else."""

from typing import Any

import pytest

from oms.db import call, row, value
from tests.support.factories import line, location, order_row, place_order, stock, stocked
from tests.support.routing import profile


@pytest.fixture
def waiting(db: Any) -> Any:
    """Of three units one was found; the order, and the place that had it."""
    place = location()
    call("routing.make_default", p_profile_id=profile(rest={"do": "cancel", "days": 3}))
    sku = stocked(place, 1)
    return place_order(lines=[line(sku, 3)]), place, sku


def cancel(order: Any) -> int:
    first = value("select min(id) from routing.decisions")
    return int(call("orders.cancel_rest", p_order_id=order.id, p_decision_id=first))


def test_it_cancels_what_still_waits_and_asks_for_the_money_back(waiting: Any) -> None:
    order, _place, _sku = waiting
    assert cancel(order) == 2
    assert row("select canceled, released from demand.lines") == (2, 1)
    assert value("select amount_minor from payments.events where kind = 'refund'") == 2000
    assert cancel(order) == 0


def test_it_cancels_the_order_where_nothing_was_found(waiting: Any) -> None:
    order = place_order(lines=[line(waiting[2], 1)])
    last = value("select max(id) from routing.decisions")
    assert call("orders.cancel_rest", p_order_id=order.id, p_decision_id=last) == 1
    assert order_row(order.id).state == "canceled"


def test_what_was_found_meanwhile_stays(waiting: Any) -> None:
    order, place, sku = waiting
    stock(sku, place, 2)
    call("orders.reroute", p_order_id=order.id)
    assert cancel(order) == 0


def test_another_profile_has_the_last_word(waiting: Any) -> None:
    order, place, sku = waiting
    stock(sku, place, 1)
    call("orders.route_with", p_order_id=order.id, p_profile_id=profile("Patient"))
    assert cancel(order) == 0
    assert (
        call("orders.cancel_rest", p_order_id=order.id, p_decision_id=value("select max(id) from routing.decisions"))
        == 0
    )
    assert order_row(order.id).is_backordered
