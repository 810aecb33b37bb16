"""A preorder: promised, put off, promised anew, received, and sent in order of promise."""

from typing import Any

from tests.journeys.steps import ship
from tests.support import factories, shopify
from tests.support.incoming import in_days, promised
from tests.support.visitor import Visitor


def _order(app: Any, work: Any, quantity: int, **given: Any) -> None:
    items = [shopify.line_item(sku="BOOK", quantity=quantity)]
    total = f"{quantity * 10}.00"
    shopify.send(
        app.test_client(), shopify.order_payload(customer_locale="en", line_items=items, total_price=total, **given)
    )
    work()


def _preorder_terms(alice: Visitor) -> None:
    """Alice opens the preorder: forty at most, and none leaves before the day."""
    alice.open("/stock").follow("Product BOOK").follow("What can be promised").follow("Change")
    alice.press("Save", policy="allowed", most="40", release_on=in_days(10).isoformat())
    assert alice.sees("Saved")


def _announce(bob: Visitor, company: Any) -> str:
    """Bob writes down what was ordered; the address of the delivery."""
    bob.open("/stock").follow("Expected deliveries").follow("Add a delivery")
    bob.press(
        "Add",
        reference="PO-7",
        supplier="Printers Inc",
        location_id=str(company.leipzig),
        expected_on=in_days(7).isoformat(),
        lines="BOOK 12",
    )
    assert bob.sees("Printers Inc")
    return str(bob.address)


def test_from_preorder_to_parcel(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    factories.product("BOOK")
    _preorder_terms(alice)
    delivery = _announce(bob, company)
    work()

    _order(app, work, 10)
    first = company.order()
    _order(app, work, 5)
    second = company.order()
    assert promised(first) == [(10, in_days(10), "pegged")]
    assert promised(second) == [(2, in_days(10), "pegged")]
    assert alice.open(f"/orders/{first.number}").sees("promised for Jan 12, 2026")
    assert not alice.open(f"/orders/{second.number}").sees("promised for Jan 12, 2026")
    assert_consistent()

    bob.open(delivery).press("Change the day", expected_on=in_days(14).isoformat(), reason="The binding broke")
    work()
    assert promised(first) == [(10, in_days(14), "pegged")]
    assert alice.open(f"/orders/{first.number}").sees("instead of Jan 12, 2026")
    assert alice.open(f"{delivery}/promises").sees(first.number, "first for Jan 12, 2026")
    assert_consistent()

    work(days=14)
    bob.open(delivery).press("Receive")
    assert bob.sees("12 units received")
    _order(app, work, 1)  # whoever comes now does not get in between
    assert promised(company.order()) == []
    work()
    assert company.stock("BOOK", company.leipzig) == (12, 12)
    assert [(part.state, part.location_id) for part in company.works(first)] == [("released", company.leipzig)]
    assert_consistent()

    (parcel,) = company.works(first)
    ship(bob, parcel.number)
    work()
    assert company.stock("BOOK", company.leipzig) == (2, 2)
    assert company.order(first.number).fulfillment_status == "fulfilled"
    assert company.order(second.number).is_backordered
    assert_consistent()
