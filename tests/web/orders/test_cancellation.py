"""The cancellation of an order."""

import re
from typing import Any

import pytest

from oms.db import call
from tests.support.factories import line, order_row, place_order, ship, stock, works


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(lines=[line(house.sku, 2)])


def sent(html: str) -> dict[str, str]:
    """The hidden fields of the form, as the page has them."""
    return dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', html))


def test_it_says_what_comes_of_it(alice: Any, placed: Any, house: Any) -> None:
    page = alice.get(f"/orders/{placed.number}/cancellation/new").text
    assert "2 units will not be delivered" in page
    assert "€20.00 was paid and has to be given back" in page
    stock(house.sku, house.leipzig, 5)
    part = place_order(lines=[line(house.sku, 19)], payments=[], terms="invoice")
    ship(works(part.id)[0].id)
    page = alice.get(f"/orders/{part.number}/cancellation/new").text
    assert "18 units have left already" in page
    assert "Nothing was paid" in page


def test_it_cancels(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text)
    answer = alice.post(
        f"/orders/{placed.number}/cancellation", data=form | {"reason": "customer", "note": "Found it cheaper"}
    )
    assert answer.status_code == 303
    assert order_row(placed.id).state == "canceled"
    page = alice.get(answer.location).text
    for told in ("A refund is due", "€20.00", "The customer changed their mind", "Found it cheaper"):
        assert told in page, told


def test_it_does_nothing_where_somebody_was_faster_and_tells_what(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text)
    call("orders.hold", p_order_id=placed.id, p_reason="address")
    answer = alice.post(f"/orders/{placed.number}/cancellation", data=form | {"reason": "customer", "note": "kept"})
    assert answer.status_code == 409
    assert "This order changed while you were looking" in answer.text
    assert "Put on hold: Address to be checked" in answer.text
    assert "kept" in answer.text
    assert order_row(placed.id).state == "placed"

    again = alice.post(f"/orders/{placed.number}/cancellation", data=sent(answer.text) | {"reason": "customer"})
    assert again.status_code == 303
    assert order_row(placed.id).state == "canceled"


def test_it_refuses_what_is_over(alice: Any, placed: Any) -> None:
    ship(works(placed.id)[0].id)
    answer = alice.post(
        f"/orders/{placed.number}/cancellation", data={"reason": "customer", "version": order_row(placed.id).version}
    )
    assert answer.status_code == 422
    assert "already done or canceled" in answer.text


def test_it_says_what_is_wrong_beside_the_field(alice: Any, placed: Any) -> None:
    answer = alice.post(
        f"/orders/{placed.number}/cancellation", data={"reason": "", "version": placed.version}, htmx=True
    )
    assert answer.status_code == 422
    assert answer.text.lstrip().startswith("<dialog")
    assert 'aria-describedby="reason-mistake"' in answer.text
    assert order_row(placed.id).state == "placed"


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, placed: Any) -> None:
    for person in (bob, charlie):
        assert person.get(f"/orders/{placed.number}/cancellation/new").status_code == 403
        assert person.post(f"/orders/{placed.number}/cancellation", data={"reason": "customer"}).status_code == 403
    assert order_row(placed.id).state == "placed"
