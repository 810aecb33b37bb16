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
    """The hidden fields and the quantities of the form, as the page has them."""
    hidden = dict(re.findall(r'name="(version|seen|lines-\d+-line_id)" type="hidden" value="(\d*)"', html))
    return hidden | dict(re.findall(r'name="(lines-\d+-quantity)"[^>]* value="(\d+)"', html))


def test_it_says_what_comes_of_it(alice: Any, placed: Any, house: Any) -> None:
    page = alice.get(f"/orders/{placed.number}/cancellation/new").text
    assert "2 of 2 can be canceled" in page
    stock(house.sku, house.leipzig, 5)
    part = place_order(lines=[line(house.sku, 19)], payments=[], terms="invoice")
    ship(works(part.id)[0].id)
    page = alice.get(f"/orders/{part.number}/cancellation/new").text
    assert "18 units have left already" in page


def test_it_works_out_a_part_before_anything_happens(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text) | {"lines-0-quantity": "1"}
    answers = (
        alice.post(f"/orders/{placed.number}/cancellation/preview", data=form),
        alice.post(f"/orders/{placed.number}/cancellation", data=form | {"preview": "1", "reason": "customer"}),
    )
    for answer in answers:
        assert answer.status_code == 200
        assert answer.text.count("€10.00") == 3  # canceled, owed then, to give back
        assert "Nothing of it is picked; its stock is free again at once." in answer.text
    assert order_row(placed.id).version == placed.version


def test_it_says_why_it_can_not_be_worked_out(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text) | {"lines-0-quantity": "3"}
    assert "only 2 can still be canceled" in alice.post(f"/orders/{placed.number}/cancellation/preview", data=form).text


def test_it_cancels(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text)
    answer = alice.post(
        f"/orders/{placed.number}/cancellation",
        data=form | {"reason": "customer", "note": "Found it cheaper", "restocks": "y", "refunds": "y"},
    )
    assert answer.status_code == 303
    assert order_row(placed.id).state == "canceled"
    page = alice.get(answer.location).text
    for told in ("A refund is due", "€20.00", "The customer changed their mind", "Found it cheaper"):
        assert told in page, told
    for told in ("Refund of €20.00 asked for", "The customer was not told."):
        assert told in page, told


def test_it_cancels_a_part(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text) | {"lines-0-quantity": "1"}
    answer = alice.post(f"/orders/{placed.number}/cancellation", data=form | {"reason": "stock", "restocks": "y"})
    assert answer.status_code == 303
    assert order_row(placed.id).state == "placed"
    page = alice.get(answer.location).text
    for told in ("Canceled: 1 × Product MUG-BLUE (It can&#39;t be delivered)", "1 unit less to do at"):
        assert told in page, told


def test_it_cancels_nothing_where_nothing_is_chosen(alice: Any, placed: Any) -> None:
    form = sent(alice.get(f"/orders/{placed.number}/cancellation/new").text) | {"lines-0-quantity": "0"}
    answer = alice.post(f"/orders/{placed.number}/cancellation", data=form | {"reason": "stock"})
    assert answer.status_code == 422
    assert "nothing would change" in answer.text


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
