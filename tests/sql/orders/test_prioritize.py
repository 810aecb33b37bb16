"""orders.prioritize: picked before the rest."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows, value
from tests.support.factories import place_order


def test_it_is_told_once(db: Any) -> None:
    order = place_order()
    for priority in (1, 1, 0):
        call("orders.prioritize", p_order_id=order.id, p_priority=priority)
    told = [
        event.data["priority"]
        for event in rows("select data from history.events where type = 'order.prioritized' order by id")
    ]
    assert told == [1, 0]
    assert value("select priority from demand.requests") == 0


def test_it_knows_no_other(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("orders.prioritize", p_order_id=place_order().id, p_priority=7)
    assert refused.value.code == "requests_priority_known"
