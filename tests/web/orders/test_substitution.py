"""Something else instead of what waits."""

import re
from typing import Any

import pytest

from tests.support.factories import line, order_row, place_order, product, stock, works


@pytest.fixture
def waiting(house: Any) -> Any:
    """Two RED are wanted, and there are BLUE for 9.00."""
    stock(product("BLUE", prices={"EUR": 900}).sku, house.berlin, 5)
    product("RED", substitutes=["BLUE"])
    return place_order(lines=[line("RED", 2)])


def href(alice: Any, order: Any) -> str:
    found = re.search(r'href="(/orders/[^"]+/substitutions/[^"]+)"', alice.get(f"/orders/{order.number}").text)
    assert found
    return found[1]


def test_the_order_offers_it_with_stock_and_price(alice: Any, waiting: Any) -> None:
    page = alice.get(f"/orders/{waiting.number}").text
    assert "Product BLUE instead of Product RED" in page
    assert "5 available" in page
    assert "€2.00" in page


def test_it_asks_for_consent_and_sends(alice: Any, waiting: Any) -> None:
    new = href(alice, waiting)
    asked = alice.get(new).text
    assert "That costs €2.00 less" in asked
    sent = dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', asked))
    refused = alice.post(new.removesuffix("/new"), data=sent)
    assert refused.status_code == 422
    assert "Ask the customer whether BLUE will do" in refused.text
    assert alice.post(new.removesuffix("/new"), data=sent | {"has_agreed": "y"}).status_code == 303
    page = alice.get(f"/orders/{waiting.number}").text
    assert "2 × Product BLUE instead of Product RED" in page
    assert "the customer has agreed" in page
    assert not order_row(waiting.id).is_backordered
    assert alice.get(new).status_code == 404


def test_what_changed_meanwhile_is_told(alice: Any, waiting: Any, db: Any) -> None:
    new = href(alice, waiting)
    sent = dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', alice.get(new).text))
    db.call("orders.hold", p_order_id=waiting.id, p_reason="manual")
    told = alice.post(new.removesuffix("/new"), data=sent | {"has_agreed": "y"})
    assert told.status_code == 409
    assert "This order changed while you were looking" in told.text


def test_whoever_picks_is_told_what_could_go_instead(alice: Any, house: Any, db: Any) -> None:
    stock(product("BLUE", prices={"EUR": 900}).sku, house.berlin, 5)
    stock(product("RED", substitutes=["BLUE"]).sku, house.berlin, 2)
    placed = place_order(lines=[line("RED", 2)])
    (work,) = works(placed.id)
    db.call("fulfillment.accept", p_order_id=work.id)
    picked = db.row("select id from fulfillment.lines where order_id = :id", id=work.id)
    db.call("fulfillment.short", p_line_id=picked.id, p_quantity=1)
    page = alice.get(f"/fulfillment/{work.number}").text
    assert "Could go instead: 1 × Product BLUE" in page
    assert "Send 1 instead" in page


def test_the_customer_is_asked(alice: Any, bob: Any, waiting: Any, db: Any) -> None:
    url = href(alice, waiting).removesuffix("/new") + "/question"
    assert alice.post(url).status_code == 303
    page = alice.get(f"/orders/{waiting.number}").text
    assert "Asked, no answer yet" in page
    assert "Customer asked: 2 × Product BLUE instead of Product RED?" in page
    question_id = db.value("select id from orders.questions")
    db.call("orders.answer_question", p_order_id=waiting.id, p_question_id=question_id, p_accepts=False)
    page = alice.get(f"/orders/{waiting.number}").text
    assert "The customer does not want it" in page
    assert alice.post(url).status_code == 303
    assert db.value("select count(*) from orders.questions where state = 'asked'") == 1
    assert bob.post(url).status_code == 403
