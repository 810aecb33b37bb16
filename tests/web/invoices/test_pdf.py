"""The sheet itself: what is on it, in whose language, and that strangers' words are only words on it."""

import io
from typing import Any

import pypdf
import pytest

from oms.invoices import pdf
from oms.web import CUSTOMER_LANGUAGES, documents
from tests.support import factories
from tests.support.factories import line

VAT = {"name": "VAT", "rate": 0.19}


@pytest.fixture
def sheet(db: Any) -> Any:
    """The HTML of the invoice for an order."""

    def make(**given: Any) -> str:
        work = factories.works(factories.place_order(**given).id)[0]
        factories.ship(work.id)
        html = pdf.html_of(db.call("invoices.issue", p_fulfillment_order_id=work.id))
        assert html is not None
        return html

    return make


def taxed(quantity: int = 1, tax: int = 160, **given: Any) -> dict[str, Any]:
    sku = factories.stocked(factories.location(), quantity)
    return line(sku, quantity, taxes=[{**VAT, "amount_minor": tax}], **given)


def test_it_says_who_sells_what_to_whom_and_when(sheet, db):
    shop = db.row("select * from db.shop")._asdict()
    db.call("db.save_shop", p_shop={**shop, "legal_name": "Nordlicht GmbH", "tax_id": "DE123456789"})
    db.value("select set_config('oms.now', '2026-11-24 12:00+01', true)")
    html = sheet(lines=[taxed()])
    wanted = ["Nordlicht GmbH", "DE123456789", "Dora Buys", "10115 Berlin", "INV-2026-000001", "November 24, 2026"]
    assert [word for word in wanted if word not in html] == []


def test_it_adds_up_taxes_for_each_rate(sheet):
    place = factories.location()
    books = [{"name": "VAT", "rate": 0.07, "amount_minor": 65}]
    mugs = [{**VAT, "amount_minor": 319}]
    html = sheet(lines=[line(factories.stocked(place), 2, taxes=mugs), line(factories.stocked(place), taxes=books)])
    assert "VAT 19% on €16.81" in html
    assert "VAT 7% on €9.35" in html
    assert "The prices of the items include tax." in html


def test_it_does_not_name_a_rate_twice(sheet):
    named = [{"name": "USt. 19%", "rate": 0.19, "amount_minor": 160}]
    html = sheet(lines=[line(factories.stocked(factories.location()), taxes=named)])
    assert "USt. 19% on €8.40" in html


def test_it_names_what_bears_no_tax(sheet):
    place = factories.location()
    html = sheet(
        lines=[line(factories.stocked(place), taxes=[{**VAT, "amount_minor": 160}]), line(factories.stocked(place))]
    )
    assert "No tax on €10.00" in html


def test_it_shows_discounts_only_where_there_are_some(sheet):
    assert "Discount" not in sheet(lines=[taxed()])
    assert "-€1.50" in sheet(lines=[taxed(discount_minor=150)])


@pytest.mark.parametrize(
    ("terms", "words"),
    [("prepaid", "Paid with your order"), ("invoice", "Please pay the total"), ("on_pickup", "Paid when collected")],
)
def test_it_says_what_is_left_to_pay(sheet, terms, words):
    assert words in sheet(terms=terms)


def test_it_names_another_place_of_delivery(sheet):
    bill_to = {"company": "Buys Ltd", "line1": "1 Fade Street", "city": "Dublin", "country_code": "IE"}
    html = sheet(bill_to=bill_to)
    assert "Ireland" in html
    assert "Delivered to Dora Buys, Hauptstr. 1, 10115 Berlin" in html


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_it_speaks_the_customers_language(sheet, language):
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language.replace("_", "-")}" dir="{direction}">' in sheet(language=language)


def test_strangers_words_are_only_words(on_paper, sheet):
    hostile = (
        "<img src=file:///etc/passwd><link rel=attachment href=file:///etc/passwd><style>@import 'http://x'</style>"
    )
    address = {"name": hostile, "line1": "\u202eevil\u202c 1", "city": "髙橋 فاطمة", "country_code": "DE"}
    printed = documents.print_pdf(sheet(ship_to=address, lines=[taxed(title=hostile)]))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed)).pages)
    assert "<img src=file:///etc/passwd>" in text.replace("\n", "")
    assert "髙橋" in text


def test_an_endless_name_leaves_room_for_the_rest(on_paper, sheet):
    address = {"name": "x" * 10_000, "line1": "Hauptstr. 1", "city": "Berlin", "country_code": "DE"}
    reader = pypdf.PdfReader(io.BytesIO(documents.print_pdf(sheet(ship_to=address, lines=[taxed(title="y" * 10_000)]))))
    assert len(reader.pages) == 1


@pytest.mark.slow
def test_a_thousand_lines_are_printed(on_paper, sheet):
    place = factories.location()
    lines = [line(factories.stocked(place)) for _ in range(1000)]
    reader = pypdf.PdfReader(io.BytesIO(documents.print_pdf(sheet(lines=lines))))
    assert f"Page {len(reader.pages)} of {len(reader.pages)}" in reader.pages[-1].extract_text()
