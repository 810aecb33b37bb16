"""Dora orders in the web shop; Bob picks, packs and ships; the parcel arrives, and the invoice with it."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from tests.journeys.steps import ship
from tests.support import shopify


def test_from_the_webhook_to_the_door(
    app: Any, company: Any, work: Any, alice: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    items = [shopify.line_item(quantity=2), shopify.line_item(sku="BOWL", title="Bowl")]
    payload = shopify.order_payload(line_items=items, total_price="30.00", customer_locale="en")
    assert shopify.send(app.test_client(), payload).status_code == 200
    assert not alice.open("/orders").sees("#1001")  # kept; a job places it
    work()
    assert alice.open("/orders").sees("#1001", "Dora Buys", "Paid")
    order = company.order()
    assert company.stock("MUG", company.leipzig) == (20, 2)
    assert dora.subjects == ["Thank you for your order #1001"]
    assert dora.follow_mail().headline == "We have your order"
    assert_consistent()

    (parcel,) = company.works(order)
    bob.open("/fulfillment").follow(parcel.number)
    bob.press("Accept").press("Pick one MUG").press("Pick one MUG").press("Pick one BOWL")
    assert bob.sees("All picked. Put it in a box and weigh it.")
    bob.press("Packed", weight_grams="1250").press("Buy label")
    assert_consistent()
    assert bob.follow("Print label").data.startswith(b"%PDF")
    bob.open(f"/fulfillment/{parcel.number}").press("Handed to the carrier")
    assert company.stock("MUG", company.leipzig) == (18, 0)
    work()
    assert dora.subjects[1:] == ["Your order #1001 is on its way", "Invoice INV-2026-000001 for your order #1001"]
    (invoice,) = company.invoices(order)
    assert (invoice.total_minor, invoice.tax_minor) == (3000, order.tax_minor)
    (attached,) = dora.mail().iter_attachments()
    dora.follow_mail().follow("Invoice INV-2026-000001 (PDF)")
    assert dora.data == attached.get_content()
    assert alice.open(f"/invoices/{invoice.id}.pdf").data == dora.data
    assert_consistent()

    work(minutes=10)  # a day of the simulated carrier is a minute
    assert dora.subjects[-1] == "Your order #1001 has arrived"
    assert dora.follow_mail().headline.startswith("Delivered")
    alice.open(f"/orders/{order.number}")
    assert alice.sees("Delivered", "Paid", "Invoice INV-2026-000001")
    assert company.order().state == "closed"
    assert_consistent()


def test_in_arabic_and_on_paper(
    app: Any, on_paper: None, company: Any, work: Any, bob: Any, dora: Any, assert_consistent: Any
) -> None:
    payload = shopify.order_payload(customer_locale="ar", shipping_address=shopify.address(name="أمل الحسيني"))
    shopify.send(app.test_client(), payload)
    work()
    (parcel,) = company.works(company.order())
    ship(bob, parcel.number)
    work(minutes=10)

    languages = {part["Content-Language"] for mail in dora.mails for part in mail.walk() if "Content-Language" in part}
    assert languages == {"ar"}
    for number in range(len(dora.mails)):
        assert 'dir="rtl"' in dora.mail(number).get_body(("html",)).get_content()
        assert any("\u0600" < letter < "\u06ff" for letter in dora.subjects[number])
    page = dora.follow_mail(0).page
    assert (page.attrib["lang"], page.attrib["dir"]) == ("ar", "rtl")
    assert any("\u0600" < letter < "\u06ff" for letter in dora.headline)
    (invoice,) = company.invoices(company.order())
    dora.open(dora.links[f"/invoices/{invoice.id}.pdf"])
    reader = PdfReader(BytesIO(dora.data))
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert invoice.number in reader.pages[0].extract_text()
    assert_consistent()
