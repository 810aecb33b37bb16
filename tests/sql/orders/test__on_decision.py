"""orders._on_decision: what a profile says of what nobody has."""

from typing import Any

import pytest

from oms.db import call, row, rows, value
from tests.support.factories import line, location, order_row, place_order, stock, stocked, works
from tests.support.routing import profile


@pytest.fixture
def place(db: Any) -> int:
    return location()


def decided_by(**rest: Any) -> None:
    call("routing.make_default", p_profile_id=profile(rest=rest))


def tasks() -> list[Any]:
    return rows("select args from tasks.tasks where kind = 'orders.cancel_rest'")


def test_it_waits(place: int) -> None:
    decided_by(do="backorder")
    order = place_order(lines=[line(stocked(place, 1), 2)])
    order = order_row(order.id)
    assert (order.is_backordered, order.is_on_hold, tasks()) == (True, False, [])


def test_the_order_is_put_on_hold_and_keeps_what_was_found(place: int) -> None:
    decided_by(do="hold")
    order = place_order(lines=[line(stocked(place, 1), 2)])
    assert order_row(order.id).is_on_hold
    assert row("select reason from orders.holds") == ("stock",)
    assert value("select allocated from demand.lines") == 1
    assert [work.state for work in works(order.id)] == ["planned"]


def test_what_was_canceled_in_the_same_step_is_not_held(db: Any, place: int) -> None:
    decided_by(do="hold")
    with db.transaction():
        order = place_order(lines=[line(stocked(place, 1), 2)])
        call("orders.cancel", p_order_id=order.id, p_reason="mistake")
    assert not order_row(order.id).is_on_hold


def test_who_took_the_hold_off_has_decided(place: int) -> None:
    decided_by(do="hold")
    sku = stocked(place, 1)
    order = place_order(lines=[line(sku, 3)])
    call("orders.unhold", p_order_id=order.id, p_reason="stock")
    stock(sku, place, 1)
    call("orders.reroute", p_order_id=order.id)
    assert not order_row(order.id).is_on_hold


def test_an_order_that_misses_nothing_goes_on(place: int) -> None:
    decided_by(do="hold")
    assert not order_row(place_order(at=place).id).is_on_hold


def test_it_is_canceled_days_after_it_began_to_wait(place: int) -> None:
    decided_by(do="cancel", days=3)
    sku = stocked(place, 1)
    order = place_order(lines=[line(sku, 3)])
    stock(sku, place, 1)
    call("orders.reroute", p_order_id=order.id)
    first = value("select min(id) from routing.decisions")
    assert tasks() == [({"order_id": order.id, "decision_id": first},)]
    wait = value("select run_after - created_at from tasks.tasks where kind = 'orders.cancel_rest'")
    assert wait.days == 3


def test_who_waits_anew_is_given_the_days_anew(place: int) -> None:
    decided_by(do="cancel", days=3)
    order = place_order(lines=[line(stocked(place, 1), 3)])
    for profile_id in (profile("Patient"), profile("Impatient", rest={"do": "cancel", "days": 1})):
        call("orders.route_with", p_order_id=order.id, p_profile_id=profile_id)
    assert len(tasks()) == 2
