"""Orders that wait: for money, or for stock."""

from typing import Any

from tests.journeys.steps import ship
from tests.support import shopify


def _order(app: Any, work: Any, **given: Any) -> None:
    shopify.send(app.test_client(), shopify.order_payload(customer_locale="en", **given))
    work()


def test_released_as_soon_as_it_is_paid(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work, financial_status="pending")
    order = company.order()
    assert order.payment_status == "none"
    assert company.stock("MUG", company.leipzig) == (20, 1)  # promised, and not worked on
    assert dora.follow_mail().headline == "Waiting for your payment"
    (parcel,) = company.works(order)
    assert not bob.open("/fulfillment").sees(parcel.number)
    assert_consistent()

    alice.open(f"/orders/{order.number}")
    assert alice.sees("Waits for payment")
    alice.follow("Record payment").press("Record", amount="4.00", reference="bank 1")
    assert company.order().payment_status == "partially_paid"
    assert not bob.open("/fulfillment").sees(parcel.number)
    alice.follow("Record payment").press("Record", reference="bank 2")
    assert alice.sees("Paid")
    assert bob.open("/fulfillment").sees(parcel.number)
    ship(bob, parcel.number)
    work()
    assert_consistent()


def test_released_when_the_shop_says_that_it_is_paid(
    app: Any, company: Any, work: Any, bob: Any, assert_consistent: Any
) -> None:
    payload = shopify.order_payload(financial_status="pending")
    shopify.send(app.test_client(), payload)
    work()
    assert company.works(company.order())[0].state == "planned"
    paid = payload | {"financial_status": "paid", "updated_at": "2026-01-02T11:00:00+01:00"}
    for topic in ("orders/paid", "orders/updated"):  # both come
        shopify.send(app.test_client(), paid, topic)
    shopify.send(app.test_client(), payload, "orders/updated")  # late
    work()
    assert company.order().payment_status == "paid"
    assert bob.open("/fulfillment").sees(company.works(company.order())[0].number)
    assert_consistent()


def test_backordered_until_stock_arrives(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, clara: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work, line_items=[shopify.line_item(quantity=28)], total_price="280.00")
    order = company.order()
    assert order.is_backordered
    assert dora.follow_mail().sees("3 waiting for stock")
    for person, part in zip((bob, clara), sorted(company.works(order), key=lambda part: part.location_id), strict=True):
        ship(person, part.number)
    work()
    assert (company.order().fulfillment_status, company.order().state) == ("partially_fulfilled", "placed")
    assert_consistent()

    bob.open("/stock").follow("Product MUG").follow("Receive").press("Receive", quantity="10", note="PO 7")
    assert bob.sees("10 units received.")
    work(minutes=1)
    assert company.stock("MUG", company.leipzig) == (10, 3)
    part = company.works(company.order())[-1]
    ship(bob, part.number)
    work(minutes=15)
    assert sum(invoice.total_minor for invoice in company.invoices(order)) == 28000
    assert not company.order().is_backordered
    assert (company.order().fulfillment_status, company.order().state) == ("delivered", "closed")
    assert_consistent()
