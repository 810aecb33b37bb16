"""Dora changes her mind on the phone: less of one, some of another, and then less again."""

from typing import Any

from tests.journeys.steps import ship
from tests.support import shopify


def test_edited_then_canceled_in_part_and_invoiced_to_the_cent(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    shopify.send(app.test_client(), shopify.order_payload(customer_locale="en"))
    work()
    order = company.order()
    alice.open(f"/orders/{order.number}").follow("Edit order")
    alice.press(
        "See what it comes to",
        {"added-0-sku": "BOWL", "added-0-quantity": "3", "added-0-price": "4.00"},
        reason="Called",
    )
    assert alice.sees("What is added is held until", "Still to pay", "€12.00")
    assert company.stock("BOWL", company.leipzig) == (20, 3)
    assert company.order().total_minor == order.total_minor
    alice.press("Confirm the change")
    assert alice.sees("Order changed: +3 × Product BOWL", "Called")
    assert company.order().total_minor == order.total_minor + 1200
    work()
    assert dora.subjects[-1] == "Your order #1001 was changed"
    assert_consistent()

    alice.follow("Cancel order").press(
        "Cancel order", {"lines-0-quantity": "0", "lines-1-quantity": "2"}, reason="stock"
    )
    assert alice.sees("Canceled: 2 × Product BOWL")
    assert company.stock("BOWL", company.leipzig) == (20, 1)
    work()
    assert dora.subjects[-1] == "Part of your order #1001 is canceled"
    alice.open(f"/orders/{order.number}/versions")
    assert alice.sees("Version 3", "Product BOWL: 3 before, 1 now", "Product BOWL: 0 before, 3 now", "As it was placed")
    assert_consistent()

    for parcel in company.works(order):
        ship(bob, parcel.number)
    work()
    changed = company.order()
    assert sum(invoice.total_minor for invoice in company.invoices(changed)) == order.total_minor + 400
    assert company.stock("BOWL", company.leipzig) == (19, 0)
    assert_consistent()
