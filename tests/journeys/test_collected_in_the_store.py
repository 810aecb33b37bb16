"""Dora orders by phone and collects in Berlin, where she pays: or does not come."""

import re
from typing import Any

import pytest

from tests.journeys.steps import pick


@pytest.fixture
def waiting(company: Any, work: Any, sam: Any, clara: Any, assert_consistent: Any) -> Any:
    """Clara has put Dora's two mugs on a shelf; the fulfillment order."""
    sam.open("/orders/new").press("Add", q="MUG", within="/orders/new")
    told = {
        "name": "Dora Buys",
        "email": "dora@example.com",
        "language": "en",
        "method": "pickup",
        "terms": "on_pickup",
    }
    sam.press("Update", {"lines-0-quantity": "2"}, **told)  # to see the stores
    sam.press("Place order", location="BERLIN")
    assert sam.sees("is placed")
    work()
    (parcel,) = company.works(company.order())
    clara.open("/pickup/shelves").press("Add", shelf="A1")
    clara.open("/pickup").press("Accept", within=parcel.number)
    pick(clara, parcel.number).follow("Choose the shelf").press("A1 free")
    assert_consistent()
    work(seconds=25)
    return parcel


def test_handed_over_with_the_code_and_paid(
    company: Any, work: Any, waiting: Any, clara: Any, dora: Any, assert_consistent: Any
) -> None:
    assert dora.subjects[-1] == f"Your order {company.order().number} is ready for you"
    code = re.search(r"Your code: (\w{6})", dora.words())[1]
    assert dora.follow_mail().sees(code, "Berlin Mitte")

    counter = f"/pickup/{waiting.number}"
    clara.open(counter).press("Hand over", code="ABCDEF" if code != "ABCDEF" else "ABCDEG", means="cash")
    assert clara.sees("Wrong code. 4 tries left.")
    clara.open("/pickup").press("Find", code=code.lower())
    assert clara.sees("To pay:")
    clara.press("Hand over")
    assert clara.sees("Take the money first, and say how it was paid.")
    clara.press("Hand over", code=code, means="cash")
    assert company.order().payment_status == "paid"
    assert company.stock("MUG", company.berlin) == (3, 0)
    assert_consistent()

    clara.press("Undo")  # it was the wrong Dora
    assert company.stock("MUG", company.berlin) == (5, 2)
    assert_consistent()
    clara.open(counter).press("Hand over", code=code)
    work(minutes=1)
    (invoice,) = company.invoices(company.order())
    assert invoice.total_minor == 2000
    assert (company.order().fulfillment_status, company.order().state) == ("delivered", "closed")
    assert_consistent()


def test_nobody_comes(
    company: Any, work: Any, waiting: Any, clara: Any, sam: Any, dora: Any, assert_consistent: Any
) -> None:
    reminders = 0
    for _ in range(7):
        work(days=1)
        reminders += dora.subjects[-1].startswith(("Don't forget", "Last chance"))
    assert reminders
    order = company.order()
    assert (order.fulfillment_status, order.payment_status, order.state) == ("canceled", "voided", "canceled")
    assert company.stock("MUG", company.berlin) == (5, 0)
    assert not dora.follow_mail().sees("Show this code")
    assert clara.open("/pickup").sees("Carry it back")
    clara.press("Carried back")
    assert not clara.open("/pickup").sees(waiting.number)
    assert company.invoices(order) == []
    assert_consistent()


def test_without_the_code_but_with_a_document(
    company: Any, work: Any, waiting: Any, clara: Any, alice: Any, assert_consistent: Any
) -> None:
    counter = f"/pickup/{waiting.number}"
    for _ in range(5):
        clara.open(counter).press("Hand over", code="ABC234", means="card")
    assert clara.sees("Five wrong codes")
    assert not clara.has("Unlock")
    assert alice.open(counter).has("Unlock")
    clara.press("Hand over", within="identity", collected_by="Dan Buys", seen="y", means="card")
    work(minutes=1)
    assert company.order().payment_status == "paid"
    assert alice.open(counter).sees("Handed over", "Dan Buys", "with a photo ID")
    assert_consistent()


def test_paid_undone_and_declined(
    company: Any, work: Any, waiting: Any, clara: Any, alice: Any, dora: Any, assert_consistent: Any
) -> None:
    counter = f"/pickup/{waiting.number}"
    code = re.search(r"Your code: (\w{6})", dora.words())[1]
    clara.open(counter).press("Hand over", code=code, means="cash").press("Undo")
    clara.open(counter).press("Back to stock")
    assert company.stock("MUG", company.berlin) == (5, 0)
    alice.open(f"/orders/{company.order().number}")
    assert alice.sees("A refund is due", "€20.00 more was paid than is owed.")
    alice.follow("Record refund").press("Record", reference="cash back")
    assert (company.order().payment_status, company.invoices(company.order())) == ("refunded", [])
    work(minutes=1)
    assert company.invoices(company.order()) == []
    assert_consistent()
