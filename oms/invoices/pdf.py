"""An invoice as a PDF: written in the customer's language, printed once, and kept as it was."""

from typing import Any

from flask import make_response, request
from sqlalchemy import Row
from werkzeug import Response

from oms.customers.addresses import address_lines
from oms.db import call
from oms.invoices import queries
from oms.web import documents
from oms.web.documents import Voice


def document_of(invoice_id: int) -> Row[Any] | None:
    """The stored PDF and its hash, printed now if it has not been; None where there is no such invoice."""
    stored = queries.document(invoice_id)
    if stored is None and (html := html_of(invoice_id)):
        call("invoices.store_document", p_invoice_id=invoice_id, p_pdf=documents.print_pdf(html))
        stored = queries.document(invoice_id)
    return stored


def answer(document: Row[Any]) -> Response:
    """The PDF for a browser, which may keep it, and asks by its hash whether it still has it."""
    response = make_response(bytes(document.pdf))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{document.name}"'
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(document.sha256)
    return response.make_conditional(request)


def html_of(invoice_id: int) -> str | None:
    """What is printed."""
    invoice = queries.invoice(invoice_id)
    if invoice is None:
        return None
    voice = Voice(documents.language_of(invoice.language), invoice.seller["time_zone"])
    buyer = _written(invoice.bill_to, invoice, voice) or [invoice.customer_name or ""]
    delivery = _written(invoice.ship_to, invoice, voice) if invoice.ship_to_id != invoice.bill_to_id else []
    lines = queries.invoice_lines(invoice_id)
    return documents.render(
        "pdf/invoice.html",
        voice,
        invoice=invoice,
        seller=invoice.seller,
        buyer=buyer,
        delivery=delivery,
        lines=lines,
        has_discounts=any(line.discount_minor for line in lines),
        taxes=queries.invoice_taxes(invoice_id),
    )


def _written(address: dict[str, Any] | None, invoice: Row[Any], voice: Voice) -> list[str]:
    return address_lines(address, invoice.seller["country_code"], voice.locale) if address else []
