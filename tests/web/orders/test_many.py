"""Holds of many orders at once."""

import re
from typing import Any

import pytest

from oms.db import call, value
from oms.orders.routes import many
from tests.support.factories import line, order_row, place_order


@pytest.fixture
def three(house: Any) -> Any:
    return [place_order(lines=[line(house.sku)]) for _ in range(3)]


def ids(html: str) -> str:
    found = re.search(r'name="ids"[^>]*value="([^"]*)"', html)
    assert found
    return found[1]


def test_it_asks_with_the_number_of_orders_before_anything_happens(alice: Any, three: Any) -> None:
    page = alice.get("/orders/holds/new", query_string={"scope": "chosen", "id": [three[0].id, three[1].id]}).text
    assert "Put 2 orders on hold?" in page
    assert value("select count(*) from orders.holds") == 0
    answer = alice.post("/orders/holds", data={"ids": ids(page), "reason": "stock", "note": "Recount"})
    assert "2 orders are on hold" in answer.text
    assert [order_row(order.id).is_on_hold for order in three] == [True, True, False]


def test_it_asks_about_the_whole_list_and_no_order_slips_in_afterwards(alice: Any, three: Any, house: Any) -> None:
    other = place_order(lines=[line(house.sku)], payments=[])
    page = alice.get("/orders/holds/new?scope=all&payment=paid").text
    assert "Put 3 orders on hold?" in page
    late = place_order(lines=[line(house.sku)])
    alice.post("/orders/holds", data={"ids": ids(page), "reason": "stock"})
    held = [order_row(order.id).is_on_hold for order in (*three, other, late)]
    assert held == [True, True, True, False, False]


def test_it_does_what_it_can_and_says_what_it_could_not(alice: Any, three: Any) -> None:
    call("orders.cancel", p_order_id=three[1].id, p_reason="mistake")
    answer = alice.post("/orders/holds", data={"ids": " ".join(str(order.id) for order in three), "reason": "stock"})
    assert "2 orders are on hold" in answer.text
    assert "1 order was left as it is" in answer.text
    assert f"Order {three[1].number} is already done or canceled." in answer.text


def test_it_takes_all_holds_off(alice: Any, three: Any) -> None:
    for reason in ("fraud", "address"):
        call("orders.hold", p_order_id=three[0].id, p_reason=reason)
    page = alice.get("/orders/releases/new", query_string={"id": [three[0].id, three[1].id]}).text
    assert "Take 2 orders off hold?" in page
    answer = alice.post("/orders/releases", data={"ids": ids(page)})
    assert "1 order is off hold" in answer.text
    assert "That hold has already been taken off." in answer.text
    assert not order_row(three[0].id).is_on_hold


def test_it_does_only_so_many_at_once(alice: Any, three: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(many, "MOST", 2)
    page = alice.get("/orders/holds/new?scope=all").text
    assert "more orders than can be done at once" in page
    assert len(ids(page).split()) == 2


def test_it_asks_again_where_the_reason_is_none(alice: Any, three: Any) -> None:
    answer = alice.post("/orders/holds", data={"ids": str(three[0].id), "reason": "mood"})
    assert answer.status_code == 422
    assert not order_row(three[0].id).is_on_hold


def test_it_says_so_where_nothing_was_chosen(alice: Any) -> None:
    assert "No order was chosen" in alice.get("/orders/holds/new?scope=chosen").text


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, three: Any) -> None:
    for person in (bob, charlie):
        for path in ("holds", "releases"):
            assert person.get(f"/orders/{path}/new?scope=all").status_code == 403
            assert person.post(f"/orders/{path}", data={"ids": str(three[0].id), "reason": "stock"}).status_code == 403
    assert value("select count(*) from orders.holds") == 0


def test_it_reaches_only_orders_that_the_person_sees(log_in: Any, three: Any, hire: Any, house: Any) -> None:
    # Nobody who is confined may put orders on hold today; the scope holds even so.
    from oms.db import acting_as
    from oms.db.actor import Actor
    from oms.orders import listing
    from oms.orders.filters import Chosen

    with acting_as(Actor("person", 1, "Charlie", locations=(house.leipzig,))):
        assert listing.briefly(Chosen([order.id for order in three]), 10) == []
