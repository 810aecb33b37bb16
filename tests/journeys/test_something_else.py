"""A mug is not on its shelf, and Dora is asked whether a bowl will do."""

from typing import Any

import pytest

from oms.db import call, value
from tests.journeys.steps import ship
from tests.support import factories, shopify


@pytest.fixture
def few_mugs(company: Any) -> None:
    """Three in Leipzig and none in Berlin; a bowl, for 12.00, may go instead, and Leipzig has them all."""
    bowl = factories.product("BOWL", prices={"EUR": 1200}, weight_grams=500)
    mug = factories.product("MUG", weight_grams=350, substitutes=["BOWL"], substitute_price="own")
    for variant, place, quantity in (
        (mug, company.leipzig, -17),
        (mug, company.berlin, -5),
        (bowl, company.berlin, -5),
    ):
        given = {"p_location_id": place, "p_quantity": quantity, "p_reason": "correction"}
        call("inventory.adjust", p_variant_id=variant.id, **given)


@pytest.fixture
def asked(app: Any, company: Any, few_mugs: None, work: Any, bob: Any, sam: Any, dora: Any) -> Any:
    """One of the three mugs that Dora ordered can't be found; the two have left, and Sam has asked her."""
    item = shopify.line_item(quantity=3)
    shopify.send(app.test_client(), shopify.order_payload(customer_locale="en", line_items=[item], total_price="30.00"))
    work()
    order = company.order()
    (parcel,) = company.works(order)
    bob.open(f"/fulfillment/{parcel.number}").press("Accept")
    bob.press("Not here", quantity="1")
    assert bob.sees("Could go instead: 1 × Product BOWL")
    ship(bob, parcel.number)
    sam.open(f"/orders/{order.number}").press("Ask the customer")
    assert sam.sees("Asked, no answer yet")
    work()
    return order


def test_she_takes_it_and_pays_the_difference(
    company: Any, asked: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    dora.follow_mail(dora.subjects.index("A question about your order #1001"))
    assert dora.sees("May we send something else?", "1 ×", "Product BOWL", "It costs €2.00 more.")
    assert company.stock("BOWL", company.leipzig) == (20, 0)
    dora.press("Yes, send that")
    assert dora.sees("instead of Mug")
    assert not dora.has("Yes, send that")
    assert company.stock("BOWL", company.leipzig) == (20, 1)
    assert company.order().payment_status == "partially_paid"
    assert_consistent()

    alice.open(f"/orders/{asked.number}")
    assert alice.sees("Product BOWL instead of Mug", "the customer has agreed")
    alice.follow("Record a payment").press("Record", reference="bank 1")
    ship(bob, company.works(asked)[-1].number)
    work(minutes=15)
    assert company.order().fulfillment_status == "delivered"
    assert sum(invoice.total_minor for invoice in company.invoices(asked)) == 2000 + 1200
    assert (company.stock("MUG", company.leipzig), company.stock("BOWL", company.leipzig)) == ((0, 0), (19, 0))
    assert (company.order().payment_status, company.order().state) == ("paid", "closed")
    assert_consistent()


def test_she_would_rather_not_and_gets_her_money_back(
    company: Any, asked: Any, work: Any, sam: Any, dora: Any, assert_consistent: Any
) -> None:
    dora.follow_mail(dora.subjects.index("A question about your order #1001")).press("No, I'll wait")
    assert dora.sees("1 waiting for stock")
    assert not dora.has("Yes, send that")
    assert company.stock("BOWL", company.leipzig) == (20, 0)
    sam.open(f"/orders/{asked.number}")
    assert sam.sees("The customer does not want it")
    sam.follow("Cancel the rest").press("Cancel the rest", {"lines-0-quantity": "1"}, reason="stock")
    assert sam.sees("A refund is due")
    sam.follow("Record refund").press("Record", reference="bank 1")
    work(minutes=15)
    assert value("select captured_minor - refunded_minor from payments.payables") == 2000
    assert sum(invoice.total_minor for invoice in company.invoices(asked)) == 2000
    assert company.order().state == "closed"
    assert_consistent()
