"""What others are for does not answer: work goes on, says so, waits, and is done once when they are back."""

from typing import Any

from oms.fulfillment.carriers import CarrierError
from oms.notifications import post
from tests.journeys.steps import pick, ship
from tests.support import shopify


def test_the_mail_server_is_down(
    app: Any, company: Any, work: Any, bob: Any, alice: Any, dora: Any, assert_consistent: Any, monkeypatch: Any
) -> None:
    with monkeypatch.context() as outage:
        outage.setattr(post, "deliver", _refuse_connection)
        shopify.send(app.test_client(), shopify.order_payload(customer_locale="en"))
        work()
        (parcel,) = company.works(company.order())
        ship(bob, parcel.number)
        work(minutes=5)
        assert dora.mails == []
        assert alice.open("/reports/work?state=ready").sees("The mail server does not answer")
    work(hours=2)
    assert len(dora.subjects) == len(set(dora.subjects))
    assert {"Thank you for your order #1001", "Your order #1001 has arrived"} <= set(dora.subjects)
    assert_consistent()


def test_the_carrier_is_down(
    app: Any, company: Any, work: Any, bob: Any, assert_consistent: Any, monkeypatch: Any
) -> None:
    shopify.send(app.test_client(), shopify.order_payload())
    work()
    (parcel,) = company.works(company.order())
    pick(bob, parcel.number).press("Packed")
    with monkeypatch.context() as outage:
        outage.setattr(app.extensions["carriers"]["simulator"], "buy_label", _be_closed)
        bob.press("Buy label")
        assert bob.sees("closed for lunch")
        assert company.works(company.order())[0].state == "packed"
        assert_consistent()
    bob.press("Keep the number", carrier="DHL", tracking_number="00340434161094042557")
    bob.press("Handed to the carrier").press("It has arrived")
    work()
    assert company.order().fulfillment_status == "delivered"
    assert_consistent()


def _refuse_connection(*_: Any) -> None:
    raise ConnectionRefusedError


def _be_closed(*_: Any) -> None:
    raise CarrierError("OMS Post is closed for lunch.")
