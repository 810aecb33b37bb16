"""The whole order, with what belongs to it and the token may see, in the API's forms."""

from typing import Any

from sqlalchemy import Row

from oms.api import queries
from oms.api.outgoing import address, filled, fulfillment, summary
from oms.api.queries.fulfillment import works_of
from oms.api.schemas import Money
from oms.api.schemas import orders as forms


def order(row: Row[Any]) -> forms.Order:
    return forms.Order(
        **summary(row),
        language=row.language,
        terms=row.terms,
        substitution=row.substitution,
        tax_included=row.is_tax_included,
        discount=Money.of(row.discount_minor, row.currency),
        tax=Money.of(row.tax_minor, row.currency),
        customer=forms.Customer.model_construct(
            email=row.email or "", name=row.customer_name or "", phone=row.customer_phone or ""
        ),
        ship_to=address(row.ship_to),
        bill_to=address(row.bill_to),
        delivery=forms.Delivery.model_construct(
            method=row.method, location=row.pickup_location or "", title=row.delivery_title
        ),
        note=row.note,
        tags=row.tags,
        fields=row.fields,
        assignee=row.assignee,
        lines=[_line(line, row.currency) for line in queries.order_lines(row.id)],
        charges=[_charge(charge, row.currency) for charge in queries.charges(row.id)],
        fulfillment_orders=[fulfillment.work(work) for work in works_of(row.request_id)],
        payments=[_payment(event, row.currency) for event in queries.payments(row.payable_id)],
        invoices=[_invoice(invoice) for invoice in queries.invoices(row.id)],
    )


def _line(row: Row[Any], currency: str) -> forms.OrderLine:
    return forms.OrderLine(
        position=row.position,
        sku=row.sku,
        title=row.title,
        external_id=row.external_id,
        quantity=row.quantity,
        unit_price=Money.of(row.unit_price_minor, currency),
        discount=Money.of(row.discount_minor, currency),
        tax=Money.of(row.tax_minor, currency),
        quantities=None if row.shipped is None else _quantities(row),
        promised_on=row.promised_on,
        delivery_promise=row.delivery_promise and forms.DeliveryPromise.of(row.delivery_promise),
    )


def _quantities(row: Row[Any]) -> forms.Quantities:
    return filled(forms.Quantities, row)


def _charge(row: Row[Any], currency: str) -> forms.Charge:
    amount, tax = Money.of(row.amount_minor, currency), Money.of(row.tax_minor, currency)
    return forms.Charge(kind=row.kind, title=row.title, amount=amount, tax=tax)


def _payment(row: Row[Any], currency: str) -> forms.Payment:
    return forms.Payment(
        kind=row.kind,
        outcome=row.outcome,
        amount=Money.of(row.amount_minor, currency),
        gateway=row.gateway,
        reference=row.gateway_reference,
        occurred_at=row.occurred_at,
    )


def _invoice(row: Row[Any]) -> forms.Invoice:
    return forms.Invoice(number=row.number, issued_on=row.issued_on, total=Money.of(row.total_minor, row.currency))
