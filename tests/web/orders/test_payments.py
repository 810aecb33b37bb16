"""Payments that people record."""

import re
from typing import Any

import pytest

from oms.db import call, value
from tests.support.factories import line, order_row, place_order, works


@pytest.fixture
def unpaid(house: Any) -> Any:
    return place_order(lines=[line(house.sku)], payments=[])


def fields(html: str) -> dict[str, str]:
    """What the form sends by itself."""
    names = "version|seen|once|amount"
    found = [re.search(rf'<input[^>]*name="({name})"[^>]*value="([^"]*)"', html) for name in names.split("|")]
    return {match[1]: match[2] for match in found if match} | {"kind": "capture", "gateway": "bank_transfer"}


def captured() -> int:
    return int(value("select captured_minor from payments.payables order by id desc limit 1"))


def test_it_offers_what_is_outstanding_and_records_it(alice: Any, unpaid: Any) -> None:
    form = fields(alice.get(f"/orders/{unpaid.number}/payments/new").text)
    assert form["amount"] == "10.00"
    answer = alice.post(f"/orders/{unpaid.number}/payments", data=form | {"reference": "Invoice 4711"})
    assert answer.status_code == 303
    assert order_row(unpaid.id).payment_status == "paid"
    assert works(unpaid.id)[0].state == "released"
    page = alice.get(answer.location).text
    assert "Payment of €10.00 recorded" in page
    assert "Bank transfer" in page
    assert "Invoice 4711" in page


def test_it_counts_a_form_once_however_often_it_is_sent(alice: Any, unpaid: Any) -> None:
    form = fields(alice.get(f"/orders/{unpaid.number}/payments/new").text) | {"amount": "4.00"}
    alice.post(f"/orders/{unpaid.number}/payments", data=form)
    form["version"] = str(order_row(unpaid.id).version)
    answer = alice.post(f"/orders/{unpaid.number}/payments", data=form, follow_redirects=True)
    assert "That was recorded before." in answer.text
    assert captured() == 400


def test_it_refuses_a_reference_of_another_order(alice: Any, unpaid: Any, house: Any) -> None:
    other = place_order(lines=[line(house.sku)], payments=[])
    for order, status in ((unpaid, 303), (other, 422)):
        form = fields(alice.get(f"/orders/{order.number}/payments/new").text)
        answer = alice.post(f"/orders/{order.number}/payments", data=form | {"reference": "4711"})
        assert answer.status_code == status
    assert "4711 was already recorded" in answer.text
    assert 'aria-describedby="reference-mistake"' in answer.text


def test_it_tells_what_somebody_else_recorded_meanwhile(alice: Any, unpaid: Any) -> None:
    form = fields(alice.get(f"/orders/{unpaid.number}/payments/new").text)
    fact = {"kind": "capture", "amount_minor": 600, "gateway": "cash", "reference": "x"}
    call("orders.record_payment", p_order_id=unpaid.id, p_event=fact)
    answer = alice.post(f"/orders/{unpaid.number}/payments", data=form)
    assert answer.status_code == 409
    assert "Payment of €6.00 recorded" in answer.text
    assert captured() == 600


@pytest.mark.parametrize(("amount", "told"), [("", "Write an amount."), ("0", "more than zero"), ("ten", "such as")])
def test_it_says_what_is_wrong_beside_the_field(alice: Any, unpaid: Any, amount: str, told: str) -> None:
    form = fields(alice.get(f"/orders/{unpaid.number}/payments/new").text)
    answer = alice.post(f"/orders/{unpaid.number}/payments", data=form | {"amount": amount})
    assert answer.status_code == 422
    assert 'aria-describedby="amount-mistake"' in answer.text
    assert told in answer.text
    assert captured() == 0


def test_it_records_a_refund_and_no_more_than_was_paid(alice: Any, house: Any) -> None:
    paid = place_order(lines=[line(house.sku)])
    call("orders.cancel", p_order_id=paid.id, p_reason="mistake")
    form = fields(alice.get(f"/orders/{paid.number}/payments/new").text) | {"kind": "refund"}
    assert form["amount"] == "10.00"
    answer = alice.post(f"/orders/{paid.number}/payments", data=form | {"amount": "11"})
    assert answer.status_code == 422
    assert "No more can be refunded than was paid" in answer.text
    assert alice.post(f"/orders/{paid.number}/payments", data=form).status_code == 303
    assert order_row(paid.id).payment_status == "refunded"


def test_it_knows_amounts_of_other_currencies(alice: Any, house: Any) -> None:
    yen = place_order(lines=[line(house.sku, unit_price_minor=1500)], currency="JPY", payments=[])
    form = fields(alice.get(f"/orders/{yen.number}/payments/new").text)
    assert form["amount"] == "1500"
    assert alice.post(f"/orders/{yen.number}/payments", data=form).status_code == 303
    assert captured() == 1500


def test_it_offers_nothing_where_nothing_can_happen(alice: Any, house: Any) -> None:
    canceled = place_order(lines=[line(house.sku)], payments=[])
    call("orders.cancel", p_order_id=canceled.id, p_reason="mistake")
    assert alice.get(f"/orders/{canceled.number}/payments/new").status_code == 404


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, unpaid: Any) -> None:
    for person in (bob, charlie):
        assert person.get(f"/orders/{unpaid.number}/payments/new").status_code == 403
        assert person.post(f"/orders/{unpaid.number}/payments", data={"amount": "10"}).status_code == 403
    assert captured() == 0
