"""orders.unhold: the last hold taken off releases the order."""

from datetime import timedelta
from typing import Any

import pytest

from oms.db import Actor, DomainError, call, value
from tests.support.factories import location, order_row, place_order, ship, works
from tests.support.tasks import later


def test_it_releases_when_the_last_hold_is_off(db: Any) -> None:
    placed = place_order(holds=[{"reason": "fraud"}, {"reason": "address"}])

    call("orders.unhold", p_order_id=placed.id, p_reason="fraud")
    assert order_row(placed.id).is_on_hold
    assert works(placed.id)[0].state == "planned"

    assert value("select data from history.events where type = 'order.unheld'") == {"reason": "fraud"}
    call("orders.unhold", p_order_id=placed.id, p_reason="address")
    assert not order_row(placed.id).is_on_hold
    assert works(placed.id)[0].state == "released"


def test_it_releases_anew_what_was_taken_back(db: Any) -> None:
    placed = place_order()
    call("orders.hold", p_order_id=placed.id, p_reason="manual")
    call("orders.unhold", p_order_id=placed.id, p_reason="manual")
    [work] = works(placed.id)
    ship(work.id)
    assert order_row(placed.id).fulfillment_status == "fulfilled"


def test_it_ends_the_hold_of_now(db: Any) -> None:
    placed = place_order()
    for _ in range(2):
        call("orders.hold", p_order_id=placed.id, p_reason="manual")
        call("orders.unhold", p_order_id=placed.id, p_reason="manual")
        later(minutes=5)
    assert value("select max(released_at) - min(released_at) from orders.holds") == timedelta(minutes=5)


def test_it_keeps_an_unpaid_order_back(db: Any) -> None:
    placed = place_order(payments=[], holds=[{"reason": "manual"}])
    call("orders.unhold", p_order_id=placed.id, p_reason="manual")
    assert works(placed.id)[0].state == "planned"


def test_it_is_for_who_sees_the_order(db: Any) -> None:
    placed, elsewhere = place_order(holds=[{"reason": "manual"}]), location()
    with db.acting_as(Actor("person", 7, "Charlie", (elsewhere,))), pytest.raises(DomainError) as refused:
        call("orders.unhold", p_order_id=placed.id, p_reason="manual")
    assert refused.value.code == "OM404"


def test_it_says_when_there_is_no_such_hold(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        call("orders.unhold", p_order_id=placed.id, p_reason="manual")
    assert refused.value.code == "OM304"
