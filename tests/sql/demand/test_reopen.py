"""demand.reopen: wanted again; tests/sql/orders/test_reopen.py routes it."""

from typing import Any

from oms.db import call, row
from tests.support.factories import place_order


def test_what_was_canceled_is_unrouted(db: Any) -> None:
    placed = place_order()
    call("orders.cancel", p_order_id=placed.id, p_reason="mistake")
    call("demand.reopen", p_request_id=placed.request_id)
    line = row(
        "select l.unrouted, l.canceled, r.is_canceled from demand.lines as l join demand.requests as r on r.id = l.request_id"
    )
    assert line is not None
    assert tuple(line) == (1, 0, False)
