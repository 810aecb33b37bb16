"""orders.ask_customer: whether something else will do."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows
from tests.support import factories
from tests.support.substitutes import ask, offer, waiting


@pytest.fixture
def order(db: Any) -> Any:
    return waiting()


def refused(order: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as found:
        ask(order, **given)
    return found.value.code


def test_it_keeps_what_was_asked_and_tells_the_customer(order: Any) -> None:
    question_id = ask(order)
    asked = row("select * from orders.questions where id = :id", id=question_id)
    assert asked is not None
    assert (asked.state, asked.title, asked.quantity) == ("asked", "Product BLUE", 2)
    assert (asked.unit_price_minor, asked.difference_minor) == (1200, 400)
    assert rows("select kind from notifications.messages where kind <> 'order.placed'") == [("order.customer_asked",)]


def test_asking_promises_nothing(order: Any, assert_consistent: Any) -> None:
    ask(order)
    assert offer(order).available == 5
    assert factories.order_row(order.id).total_minor == order.total_minor
    assert_consistent()


def test_what_was_asked_before_is_withdrawn(order: Any) -> None:
    first, second = ask(order), ask(order)
    assert rows("select id, state from orders.questions order by id") == [(first, "withdrawn"), (second, "asked")]


def test_somebody_may_have_changed_the_order(order: Any) -> None:
    assert refused(order, p_version=order.version - 1) == "OM409"


def test_who_wants_nothing_else_is_not_asked(db: Any) -> None:
    order = waiting(substitution="refused")
    variant_id = db.value("select id from catalog.variants where sku = 'BLUE'")
    line_id = db.value("select id from orders.lines where order_id = :id", id=order.id)
    with pytest.raises(DomainError) as found:
        call("orders.ask_customer", p_order_id=order.id, p_line_id=line_id, p_substitute_id=variant_id)
    assert found.value.code == "OM330"


def test_nobody_is_asked_about_nothing(db: Any, order: Any) -> None:
    with pytest.raises(DomainError) as found:
        call("orders.ask_customer", p_order_id=order.id, p_line_id=0, p_substitute_id=0)
    assert found.value.code == "OM331"


def test_nobody_is_asked_about_an_order_that_is_over(order: Any) -> None:
    there = offer(order)
    call("orders.cancel", p_order_id=order.id, p_reason="customer")
    with pytest.raises(DomainError) as found:
        call(
            "orders.ask_customer",
            p_order_id=order.id,
            p_line_id=there.line_id,
            p_substitute_id=there.substitute_id,
        )
    assert found.value.code == "OM303"
