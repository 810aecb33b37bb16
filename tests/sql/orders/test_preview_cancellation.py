"""orders.preview_cancellation: what a cancellation comes to, without one."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.factories import line, location, order_row, pick, place_order, stocked, works


def test_it_tells_the_money_and_what_is_picked_and_changes_nothing(db: Any, assert_consistent: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5), 3)])
    pick(works(placed.id)[0].id)
    version = order_row(placed.id).version
    events = value("select count(*) from history.events")

    line_id = value("select id from orders.lines")
    told = call("orders.preview_cancellation", p_order_id=placed.id, p_lines=[{"line_id": line_id, "quantity": 2}])

    assert (told["before"]["owed_minor"], told["after"]["owed_minor"]) == (3000, 1000)
    assert (told["after"]["refund_due_minor"], told["picked"]) == (2000, 2)
    assert (order_row(placed.id).version, value("select count(*) from history.events")) == (version, events)
    assert value("select reserved from inventory.levels") == 3
    assert_consistent()


def test_it_refuses_what_the_cancellation_would(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        call("orders.preview_cancellation", p_order_id=placed.id, p_lines=[])
    assert refused.value.code == "OM312"
