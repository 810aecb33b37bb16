"""Orders that are stopped, taken up again, or called off, by whoever may."""

from typing import Any

from tests.journeys.steps import pick, ship
from tests.support import shopify


def _order(app: Any, work: Any, **given: Any) -> None:
    shopify.send(app.test_client(), shopify.order_payload(customer_locale="en", **given))
    work()


def test_canceled_before_it_leaves_and_paid_back(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work)
    order = company.order()
    (parcel,) = company.works(order)
    pick(bob, parcel.number)
    alice.open(f"/orders/{order.number}").follow("Cancel order").press("Work it out")
    assert alice.sees("1 unit of it is picked", "To give back", "€10.00")
    alice.press("Cancel order", reason="customer", note="Called at ten")
    assert alice.sees("is canceled", "A refund is due", "Called at ten")
    assert company.stock("MUG", company.leipzig) == (20, 0)
    assert bob.open(f"/fulfillment/{parcel.number}").sees("Put what you have of it back on its shelf.")
    work()
    assert dora.subjects[-1] == "Your order #1001 is canceled"
    assert dora.follow_mail().headline == "Your order is canceled"
    assert_consistent()

    alice.follow("Record refund").press("Record", reference="bank 1")
    order = company.order()
    assert (order.payment_status, order.state) == ("refunded", "canceled")
    assert company.invoices(order) == []
    assert_consistent()


def test_canceled_by_dora_herself_while_nobody_works_on_it(
    app: Any, company: Any, work: Any, dora: Any, assert_consistent: Any
) -> None:
    _order(app, work, financial_status="pending")
    dora.follow_mail().follow("Cancel the order").press("Yes, cancel it")
    assert dora.headline == "Your order is canceled"
    assert (company.order().state, company.order().payment_status) == ("canceled", "voided")
    assert company.stock("MUG", company.leipzig) == (20, 0)
    assert_consistent()


def test_not_canceled_by_dora_once_somebody_works_on_it(app: Any, company: Any, work: Any, dora: Any) -> None:
    _order(app, work, financial_status="pending")
    dora.follow_mail().follow("Cancel the order")
    _order(
        app, work, id=int(company.order().external_id), financial_status="paid", updated_at="2026-01-02T11:00:00+01:00"
    )
    dora.press("Yes, cancel it")
    assert dora.status == 409
    assert dora.sees("can no longer be canceled here")
    assert company.order().state == "placed"


def test_held_while_it_is_packed_and_let_go(
    app: Any, company: Any, work: Any, sam: Any, bob: Any, assert_consistent: Any
) -> None:
    _order(app, work)
    order = company.order()
    (parcel,) = company.works(order)
    pick(bob, parcel.number).press("Packed").press("Buy label")
    sam.open(f"/orders/{order.number}").follow("Put on hold").press("Put on hold", reason="fraud", note="Odd address")
    assert sam.sees("On hold", "Odd address")
    bob.press("Handed to the carrier")
    assert bob.status == 409
    assert bob.sees("on hold")
    assert company.stock("MUG", company.leipzig) == (20, 1)
    assert_consistent()

    sam.press("Take off hold")
    bob.open(f"/fulfillment/{parcel.number}").press("Handed to the carrier")
    work()
    assert company.order().fulfillment_status == "fulfilled"
    assert_consistent()


def test_held_before_anybody_began_it(
    app: Any, company: Any, work: Any, sam: Any, bob: Any, assert_consistent: Any
) -> None:
    _order(app, work)
    order = company.order()
    (parcel,) = company.works(order)
    sam.open(f"/orders/{order.number}").follow("Put on hold").press("Put on hold")
    assert not bob.open("/fulfillment").sees(parcel.number)
    sam.press("Undo")
    assert bob.open("/fulfillment").sees(parcel.number)
    ship(bob, parcel.number)
    assert_consistent()
