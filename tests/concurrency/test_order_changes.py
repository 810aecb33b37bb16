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


def test_a_change_is_confirmed_once_however_many_confirm_it(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    sku = factories.stocked(factories.location(), quantity=10)
    order = factories.place_order(lines=[factories.line(sku, 1)])
    given = {"add": [{"sku": sku, "quantity": 2}]}
    change_id = committed_db.call("orders.propose_change", p_order_id=order.id, p_given=given)

    outcomes = together(*[lambda: committed_db.call("orders.confirm_change", p_change_id=change_id)] * 6)

    refused = [found.code for found in outcomes if isinstance(found, DomainError)]
    assert len(refused) == 5
    assert set(refused) <= {"OM319", "OM409"}
    assert committed_db.value("select array_agg(reserved) from inventory.levels") == [3]
    assert_consistent()


def test_orders_are_edited_while_they_ship(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    sku = factories.stocked(factories.location(), quantity=60)
    works: list[Callable[[], object]] = []
    for _ in range(6):
        order = factories.place_order(lines=[factories.line(sku, 3)])
        line_id = committed_db.value("select max(id) from orders.lines")
        (work,) = factories.works(order.id)
        given = {"lines": [{"line_id": line_id, "quantity": 1}], "add": [{"sku": sku, "quantity": 1}]}
        change_id = committed_db.call("orders.propose_change", p_order_id=order.id, p_given=given)
        works += [
            lambda change_id=change_id: committed_db.call("orders.confirm_change", p_change_id=change_id),
            lambda work=work: factories.ship(work.id),
        ]

    outcomes = together(*works)

    strange = [found for found in outcomes if isinstance(found, Exception) and not isinstance(found, DomainError)]
    assert strange == []
    assert_consistent()
