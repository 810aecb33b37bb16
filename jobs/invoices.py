"""Work for invoices: issue what was delivered, print what was issued."""

from typing import Any

from jobs.run import finishing
from oms.db import call
from oms.invoices import pdf


def issue(args: dict[str, Any]) -> None:
    """Issue the invoice for a fulfillment order that was shipped or collected."""
    with finishing():
        call("invoices.issue", p_fulfillment_order_id=args["fulfillment_order_id"])


def render(args: dict[str, Any]) -> None:
    """Print an invoice and keep the PDF; one that is kept already stays."""
    pdf.document_of(args["invoice_id"])
