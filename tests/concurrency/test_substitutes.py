"""A question is answered once, whoever clicks when, and nobody gets a unit that somebody else has got."""

from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.substitutes import answer, ask, waiting
from tests.support.together import faults, together


def codes(outcomes: list[Any]) -> list[str]:
    assert faults(outcomes) == []
    return sorted(outcome.code for outcome in outcomes if isinstance(outcome, DomainError))


def sent(db: Any) -> int:
    return int(db.value("select coalesce(sum(quantity), 0) from orders.lines where instead_of_id is not null"))


def test_two_clicks_are_one_answer(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    order = waiting()
    question_id = ask(order)

    outcomes = together(
        *[lambda says=says: answer(order, question_id, accepts=says) for says in (True, False, True, False, True, True)]
    )

    assert codes(outcomes) == ["OM334"] * 5
    says_yes = committed_db.value("select state from orders.questions") == "accepted"
    assert sent(committed_db) == (2 if says_yes else 0)
    assert factories.order_row(order.id).is_backordered is not says_yes
    assert_consistent()


@pytest.mark.parametrize("attempt", range(3))
def test_the_line_is_canceled_or_sent_instead(
    committed_db: Any, assert_consistent: Callable[[], None], attempt: int
) -> None:
    order = waiting()
    question_id = ask(order)
    line_id = committed_db.value("select id from orders.lines where order_id = :id", id=order.id)
    canceled = {"p_order_id": order.id, "p_lines": [{"line_id": line_id, "quantity": 2}], "p_reason": "stock"}

    outcomes = together(
        lambda: answer(order, question_id, accepts=True),
        lambda: committed_db.call("orders.cancel_lines", **canceled),
    )

    says_yes, is_canceled = (not isinstance(outcome, Exception) for outcome in outcomes)
    assert codes(outcomes)
    assert says_yes is not is_canceled
    assert sent(committed_db) == (2 if says_yes else 0)
    assert committed_db.value("select sum(reserved) from inventory.levels") == (2 if says_yes else 0)
    assert_consistent()


def test_the_last_of_it_goes_to_one_of_them(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    """Three are left; six customers who wait for two each say yes at once, and others buy."""
    orders = [waiting(3)] + [
        factories.place_order(lines=[factories.line("RED", 2)], substitution="ask") for _ in range(5)
    ]
    questions = [ask(order) for order in orders]
    buys = [factories.order(lines=[factories.line("BLUE")], stock_policy="refuse") for _ in range(3)]

    outcomes = together(
        *[
            lambda order=order, question_id=question_id: answer(order, question_id, accepts=True)
            for order, question_id in zip(orders, questions, strict=True)
        ],
        *[lambda order=order: committed_db.call("orders.place", p_order=order) for order in buys],
    )

    assert set(codes(outcomes)) <= {"OM335", "OM101", "OM331"}
    assert committed_db.value("select sum(reserved) from inventory.levels") <= 3
    assert_consistent()
