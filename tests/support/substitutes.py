"""An order that waits for RED, and what could go instead, on top of tests/support/factories.py."""

from typing import Any

from oms.db import call, row
from tests.support import factories


def waiting(blue: int = 5, **given: Any) -> Any:
    """Two RED for 10.00 are wanted and not there; of BLUE, for 12.00 of its own, there are so many. The customer is to be asked."""
    at = factories.location()
    factories.stock(factories.product("BLUE", prices={"EUR": 1200}).sku, at, blue)
    factories.product("RED", substitutes=["BLUE"], substitute_price="own")
    return factories.place_order(lines=[factories.line("RED", 2)], **{"substitution": "ask", **given})


def offer(order: Any) -> Any:
    found = row("select * from orders.offers(:id)", id=order.id)
    assert found is not None
    return found


def ask(order: Any, **given: Any) -> int:
    """Ask the customer about it; the question's id."""
    there = offer(order)
    about = {"p_line_id": there.line_id, "p_substitute_id": there.substitute_id}
    return int(call("orders.ask_customer", p_order_id=order.id, **about, **given))


def answer(order: Any, question_id: int, *, accepts: bool) -> None:
    call("orders.answer_question", p_order_id=order.id, p_question_id=question_id, p_accepts=accepts)
