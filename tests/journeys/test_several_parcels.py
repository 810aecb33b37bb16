"""One order leaves in parts: because no place has all of it, or because something is not where it should be."""

from typing import Any

from tests.journeys.steps import pick, ship
from tests.support import shopify


def _order(app: Any, work: Any, quantity: int) -> None:
    """Mugs for 9.99 each, a discount that divides badly, and shipping."""
    total = quantity * 999 - 100 + 490
    tax = [{"title": "MwSt", "rate": 0.19, "price": f"{round((quantity * 999 - 100) * 19 / 119) / 100:.2f}"}]
    payload = shopify.order_payload(
        line_items=[shopify.line_item(quantity=quantity, price="9.99", total_discount="1.00", tax_lines=tax)],
        shipping_lines=[{"title": "Post", "price": "4.90", "tax_lines": [{**tax[0], "price": "0.78"}]}],
        total_discounts="1.00",
        total_price=f"{total / 100:.2f}",
        customer_locale="en",
    )
    shopify.send(app.test_client(), payload)
    work()


def test_two_places_two_parcels_two_invoices(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, clara: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work, 22)
    order = company.order()
    leipzig, berlin = sorted(company.works(order), key=lambda part: part.location_id)
    assert (company.stock("MUG", company.leipzig), company.stock("MUG", company.berlin)) == ((20, 20), (5, 2))
    assert alice.open(f"/orders/{order.number}").sees("Leipzig", "Berlin Mitte")
    assert_consistent()

    ship(bob, leipzig.number)
    work()
    assert company.order().fulfillment_status == "partially_fulfilled"
    assert dora.follow_mail().sees("20 ×")
    assert_consistent()
    ship(clara, berlin.number)
    work(minutes=15)
    assert dora.follow_mail().sees("Parcel 1 of 2", "Parcel 2 of 2")
    first, second = company.invoices(order)
    assert first.tax_minor + second.tax_minor == order.tax_minor
    assert first.total_minor + second.total_minor == order.total_minor == 22 * 999 - 100 + 490
    assert company.order().fulfillment_status == "delivered"
    assert_consistent()


def test_a_mug_that_is_not_there_comes_from_elsewhere(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, clara: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work, 3)
    order = company.order()
    (parcel,) = company.works(order)
    bob.open(f"/fulfillment/{parcel.number}").press("Accept").press("Pick one MUG").press("Pick one MUG")
    bob.press("Not here", quantity="1")
    assert bob.sees("MUG is not here. 1 unit now comes from Berlin Mitte.")
    assert company.stock("MUG", company.leipzig) == (19, 2)  # what nobody found is not counted any more
    assert_consistent()

    bob.press("Packed").press("Buy label").press("Handed to the carrier")
    _, other = company.works(order)
    assert clara.open("/fulfillment").sees(other.number)
    ship(clara, other.number)
    work(minutes=15)
    assert sum(invoice.total_minor for invoice in company.invoices(order)) == order.total_minor
    assert company.stock("MUG", company.berlin) == (4, 0)
    assert company.order().fulfillment_status == "delivered"
    assert alice.open(f"/orders/{order.number}").sees("Leipzig", "Berlin Mitte")
    assert_consistent()


def test_a_place_that_sends_everything_away(
    app: Any, company: Any, work: Any, bob: Any, clara: Any, assert_consistent: Any
) -> None:
    _order(app, work, 2)
    order = company.order()
    (parcel,) = company.works(order)
    pick(bob, parcel.number)
    bob.press("One step back", reason="The lift is broken").press("Send it away", reason="closed")
    assert bob.sees("is off your list")
    assert company.stock("MUG", company.leipzig) == (20, 0)
    _, other = company.works(order)
    ship(clara, other.number)
    work()
    assert [invoice.total_minor for invoice in company.invoices(order)] == [order.total_minor]
    assert_consistent()
