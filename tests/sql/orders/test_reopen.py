"""orders.reopen: a canceled order is taken up again."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import line, location, order_row, payment, place_order, stocked, works


def reopen(order_id: int, version: int | None = None) -> None:
    call("orders.reopen", p_order_id=order_id, p_reason="By mistake", p_version=version)


@pytest.fixture
def canceled(db: Any) -> Any:
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 3)])
    call("orders.cancel", p_order_id=placed.id, p_reason="mistake")
    return order_row(placed.id)


def test_it_is_reserved_and_worked_on_again(canceled: Any, assert_consistent: Any) -> None:
    reopen(canceled.id)
    again = order_row(canceled.id)
    assert (again.state, again.canceled_at, again.cancel_reason, again.payment_status) == ("placed", None, "", "paid")
    assert [work.state for work in works(canceled.id)] == ["canceled", "released"]
    assert value("select reserved from inventory.levels") == 3
    assert value("select what from orders.versions order by number desc limit 1") == "reopened"
    assert value("select data ->> 'reason' from history.events where type = 'order.reopened'") == "By mistake"
    assert_consistent()


def test_what_is_gone_meanwhile_waits_for_stock(canceled: Any, assert_consistent: Any) -> None:
    place_order(lines=[line("MUG", 4)])
    reopen(canceled.id)
    found = row("select released, backordered from demand.lines where request_id = :id", id=canceled.request_id)
    assert found is not None
    assert tuple(found) == (1, 2)
    assert order_row(canceled.id).is_backordered
    assert_consistent()


@pytest.mark.parametrize(("taken", "given_back"), [("capture", "refund"), ("authorize", "void")])
def test_it_refuses_where_money_was_given_back(db: Any, taken: str, given_back: str) -> None:
    canceled = place_order(payments=[payment(1000, taken)])
    call("orders.cancel", p_order_id=canceled.id, p_reason="mistake")
    call("orders.record_payment", p_order_id=canceled.id, p_event=payment(1000, given_back))
    with pytest.raises(DomainError) as refused:
        reopen(canceled.id)
    assert refused.value.code == "OM321"


def test_it_refuses_what_is_not_canceled_and_what_the_person_did_not_see(canceled: Any) -> None:
    with pytest.raises(DomainError) as refused:
        reopen(canceled.id, canceled.version - 1)
    assert refused.value.code == "OM409"
    reopen(canceled.id)
    with pytest.raises(DomainError) as refused:
        reopen(canceled.id)
    assert refused.value.code == "OM320"


def test_what_was_on_hold_is_so_no_more(db: Any) -> None:
    held = place_order(holds=[{"reason": "fraud"}])
    call("orders.cancel", p_order_id=held.id, p_reason="mistake")
    reopen(held.id)
    assert works(held.id)[-1].state == "released"
