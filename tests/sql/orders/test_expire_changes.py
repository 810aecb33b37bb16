"""orders.expire_changes: whoever does not decide in time has decided; tests/jobs/test_orders.py."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows
from tests.support.factories import line, location, place_order, stocked
from tests.support.tasks import later


def test_it_ends_what_nobody_decided_on(db: Any, assert_consistent: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 1)])
    given = {"add": [{"sku": "MUG", "quantity": 2}]}
    change_id = call("orders.propose_change", p_order_id=placed.id, p_given=given, p_minutes=30)
    assert call("orders.expire_changes") == 0
    later(minutes=30)
    with pytest.raises(DomainError) as refused:
        call("orders.confirm_change", p_change_id=change_id)
    assert refused.value.code == "OM319"
    assert call("orders.expire_changes") == 1
    ended = row("select c.state, l.held, l.reserved from orders.changes as c cross join inventory.levels as l")
    assert ended is not None
    assert tuple(ended) == ("expired", 0, 1)
    assert_consistent()


def test_it_takes_orders_in_turn(db: Any) -> None:
    skus = [stocked(location(), 5) for _ in range(3)]
    orders = [place_order(lines=[line(sku, 2)]) for sku in skus]
    for placed, sku in reversed(list(zip(orders, skus, strict=True))):
        call("orders.propose_change", p_order_id=placed.id, p_given={"add": [{"sku": sku, "quantity": 1}]})
    later(minutes=61)
    assert call("orders.expire_changes") == 3
    told = rows("select subject_id from history.events where type = 'order.change_expired' order by id")
    assert told == [(placed.id,) for placed in orders]
