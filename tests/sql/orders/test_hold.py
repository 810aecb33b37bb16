"""orders.hold: no location gets the order, and nothing of it leaves."""

from typing import Any

import pytest

from oms.db import DomainError, acting_as, call, value
from oms.db.actor import Actor
from tests.support.factories import deliver, order_row, pick, place_order, ship, works


def hold(order_id: int, reason: str = "fraud") -> None:
    call("orders.hold", p_order_id=order_id, p_reason=reason, p_note="look at it")


def test_it_takes_back_what_nobody_has_begun(db: Any) -> None:
    placed = place_order()
    hold(placed.id)

    held = order_row(placed.id)
    assert (held.is_on_hold, held.fulfillment_status) == (True, "unfulfilled")
    [work] = works(placed.id)
    assert (work.state, work.released_at, work.due_at) == ("planned", None, None)
    assert value("select sum(reserved) from inventory.levels") == 1  # its stock stays promised


def test_it_lets_nothing_leave_that_is_under_way(db: Any) -> None:
    placed = place_order()
    [work] = works(placed.id)
    pick(work.id)
    hold(placed.id)
    assert [work.state for work in works(placed.id)] == ["picked"]

    with pytest.raises(DomainError) as refused:
        ship(work.id)
    assert (refused.value.code, refused.value.detail) == ("OM520", {"number": work.number})


def test_it_is_one_hold_however_often_it_is_said(db: Any) -> None:
    placed = place_order()
    hold(placed.id)
    hold(placed.id)
    hold(placed.id, "address")
    assert value("select count(*) from orders.holds") == 2
    assert value("select count(*) from history.events where type = 'order.held'") == 2


def test_it_refuses_an_order_that_is_over(db: Any) -> None:
    placed = place_order()
    deliver(ship(works(placed.id)[0].id))
    with pytest.raises(DomainError) as refused:
        hold(placed.id)
    assert refused.value.code == "OM303"
    assert value("select count(*) from orders.holds") == 0


def test_it_refuses_an_unknown_reason(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        hold(placed.id, "mood")
    assert (refused.value.code, refused.value.field) == ("holds_reason_known", "reason")


def test_it_knows_no_order_of_other_locations(db: Any) -> None:
    placed = place_order()
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))), pytest.raises(DomainError) as refused:
        hold(placed.id)
    assert refused.value.code == "OM404"
