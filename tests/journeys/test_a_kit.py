"""A set of mugs and a bowl is sold as one thing, and travels as three."""

from typing import Any

from tests.journeys.steps import ship
from tests.support import shopify


def test_a_kit_from_order_to_invoice(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    alice.open("/products/mug/variants/new")
    alice.press("Add", sku="SET", components="2 × MUG\nBOWL", price_EUR="25")
    assert alice.open("/products/mug").sees("Kit:")
    assert_consistent()

    line = shopify.line_item(sku="SET", name="Breakfast set", quantity=2, price="25.00", tax_lines=[])
    shopify.send(
        app.test_client(),
        shopify.order_payload(line_items=[line], shipping_lines=[], total_price="50.00", customer_locale="en"),
    )
    work()
    order = company.order()
    assert (company.stock("MUG", company.leipzig), company.stock("BOWL", company.leipzig)) == ((20, 4), (20, 2))
    assert alice.open(f"/orders/{order.number}").sees("Kits", "part of Breakfast set")
    (parcel,) = company.works(order)
    assert bob.open(f"/fulfillment/{parcel.number}").sees("Part of Breakfast set")
    ship(bob, parcel.number)
    work(minutes=15)
    assert dora.follow_mail().sees("Breakfast set")
    (invoice,) = company.invoices(order)
    assert invoice.total_minor == order.total_minor == 5000
    assert company.order().fulfillment_status == "delivered"
    assert_consistent()
