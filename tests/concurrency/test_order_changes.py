"""Orders are changed while they are worked on: each unit ends up somewhere, once."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together


def test_units_are_canceled_while_they_are_picked_and_shipped(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    sku = factories.stocked(factories.location(), quantity=60)
    works: list[Callable[[], object]] = []
    for _ in range(6):
        order = factories.place_order(lines=[factories.line(sku, 4)])
        units = [{"line_id": committed_db.value("select max(id) from orders.lines"), "quantity": 3}]
        (work,) = factories.works(order.id)
        line_id = committed_db.value("select id from fulfillment.lines where order_id = :id", id=work.id)
        works += [
            lambda order=order, units=units: committed_db.call(
                "orders.cancel_lines", p_order_id=order.id, p_lines=units, p_reason="test", p_restocks=False
            ),
            lambda order=order: committed_db.call("orders.cancel", p_order_id=order.id, p_reason="test"),
            lambda line_id=line_id: committed_db.call("fulfillment.pick", p_line_id=line_id, p_quantity=2),
            lambda work=work: factories.ship(work.id),
        ]

    outcomes = together(*works)

    strange = [found for found in outcomes if isinstance(found, Exception) and not isinstance(found, DomainError)]
    assert strange == []
    assert_consistent()
