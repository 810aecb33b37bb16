"""fulfillment.cancel_lines: less to do, or nothing any more; tests/sql/orders/test_cancel_lines.py tries it through an order."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import line, location, place_order, stocked, works


def cancel(placed: Any, quantity: int) -> None:
    wanted = [{"demand_line_id": value("select id from demand.lines"), "quantity": quantity}]
    call("fulfillment.cancel_lines", p_request_id=placed.request_id, p_lines=wanted)


@pytest.fixture
def placed(db: Any) -> Any:
    return place_order(lines=[line(stocked(location(), 5), 3)])


def test_it_leaves_the_rest_to_do(placed: Any, assert_consistent: Any) -> None:
    cancel(placed, 2)
    left = row(
        "select l.quantity, o.state from fulfillment.lines as l join fulfillment.orders as o on o.id = l.order_id"
    )
    assert left is not None
    assert tuple(left) == (1, "released")
    assert value("select data -> 'quantity' from history.events where type = 'fulfillment.reduced'") == 2
    assert_consistent()


def test_nothing_left_to_do_is_canceled(placed: Any, assert_consistent: Any) -> None:
    cancel(placed, 3)
    assert [work.state for work in works(placed.id)] == ["canceled"]
    assert_consistent()


def test_it_refuses_more_than_is_open(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        cancel(placed, 4)
    assert refused.value.code == "lines_quantities_not_negative"
