"""orders.answer_question: the customer says yes, or no."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support import factories
from tests.support.substitutes import answer, ask, waiting


@pytest.fixture
def order(db: Any) -> Any:
    return waiting()


def refused(order: Any, question_id: int, *, accepts: bool = True) -> str:
    with pytest.raises(DomainError) as found:
        answer(order, question_id, accepts=accepts)
    return found.value.code


def state(question_id: int) -> Any:
    return value("select state from orders.questions where id = :id", id=question_id)


def sent_instead() -> Any:
    return row("select sku, quantity, unit_price_minor from orders.lines where instead_of_id is not null")


def test_yes_sends_it_at_once(order: Any, assert_consistent: Any) -> None:
    question_id = ask(order)
    answer(order, question_id, accepts=True)
    assert sent_instead() == ("BLUE", 2, 1200)
    changed = factories.order_row(order.id)
    assert (changed.is_backordered, changed.payment_status) == (False, "partially_paid")
    assert value("select due_minor - waived_minor from payments.payables") == 2400
    assert state(question_id) == "accepted"
    assert value("select data ->> 'has_agreed' from history.events where type = 'order.substituted'") == "true"
    assert_consistent()


def test_no_leaves_it_waiting(order: Any, assert_consistent: Any) -> None:
    question_id = ask(order)
    answer(order, question_id, accepts=False)
    assert sent_instead() is None
    assert factories.order_row(order.id).is_backordered
    assert state(question_id) == "declined"
    assert (
        value("select data ->> 'title' from history.events where type = 'order.substitute_declined'") == "Product BLUE"
    )
    assert_consistent()


@pytest.mark.parametrize("first", [True, False])
def test_it_is_answered_once(order: Any, *, first: bool) -> None:
    question_id = ask(order)
    answer(order, question_id, accepts=first)
    assert refused(order, question_id, accepts=True) == refused(order, question_id, accepts=False) == "OM334"


def test_what_is_asked_no_longer_is_not_answered(order: Any) -> None:
    question_id = ask(order)
    ask(order)
    assert refused(order, question_id) == "OM334"


def test_no_more_than_was_asked_about(db: Any) -> None:
    order = waiting(1)
    question_id = ask(order)
    factories.stock("BLUE", db.value("select id from inventory.locations"), 9)
    answer(order, question_id, accepts=True)
    assert sent_instead() == ("BLUE", 1, 1200)
    assert value("select data -> 'difference_minor' from history.events where type = 'order.substituted'") == 200
    assert factories.order_row(order.id).is_backordered


def test_what_somebody_else_has_got_is_gone(order: Any, assert_consistent: Any) -> None:
    question_id = ask(order)
    factories.place_order(lines=[factories.line("BLUE", 5)])
    assert refused(order, question_id) == "OM335"
    assert state(question_id) == "asked"
    assert_consistent()


def test_it_is_not_at_another_price(order: Any) -> None:
    question_id = ask(order)
    factories.product("BLUE", prices={"EUR": 1300})
    assert refused(order, question_id) == "OM335"


def test_what_no_longer_waits_needs_no_answer(order: Any) -> None:
    question_id = ask(order)
    call("orders.cancel", p_order_id=order.id, p_reason="customer")
    assert refused(order, question_id) == "OM335"


def test_it_is_a_question_about_this_order(order: Any) -> None:
    question_id = ask(order)
    assert refused(factories.place_order(), question_id) == "OM404"
