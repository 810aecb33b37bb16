"""From rows to the API's forms. What is ours already is not checked again where a form limits what may be given."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from flask import url_for
from sqlalchemy import Row

from oms.api import queries
from oms.api.schemas import Money, Schema
from oms.api.schemas import orders as forms
from oms.api.schemas.lots import Holder, Lot
from oms.api.schemas.products import Component, Product, Variant
from oms.api.schemas.stock import Kit, KitLevel, StockLevel
from oms.api.schemas.transfers import Transfer, TransferLine

Form = TypeVar("Form", bound=Schema)

_ORDER_ID = re.compile(r"ord_([0-9a-f]{32})")


def order_id(uid: UUID | str) -> str:
    return f"ord_{UUID(str(uid)).hex}"


def uid_of(order_id: str) -> str | None:
    found = _ORDER_ID.fullmatch(order_id)
    return found[1] if found else None


def order_summary(row: Row[Any]) -> forms.OrderSummary:
    return forms.OrderSummary(**_summary(row))


def order(row: Row[Any]) -> forms.Order:
    """The whole order, with what belongs to it and the token may see."""
    return forms.Order(
        **_summary(row),
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
        fulfillment_orders=[
            filled(forms.FulfillmentOrder, work) for work in queries.fulfillment_orders(row.request_id)
        ],
        payments=[_payment(event, row.currency) for event in queries.payments(row.payable_id)],
        invoices=[_invoice(invoice) for invoice in queries.invoices(row.id)],
    )


def details(row: Row[Any]) -> forms.Details:
    return filled(forms.Details, row, id=order_id(row.uid))


def offer(row: Row[Any], currency: str) -> forms.Offer:
    return forms.Offer(
        position=row.position,
        sku=row.sku,
        title=row.substitute,
        available=row.available,
        quantity=row.quantity,
        unit_price=Money.of(row.unit_price_minor, currency),
        difference=Money.of(row.difference_minor, currency),
        needs_consent=row.needs_consent,
    )


def stock_level(row: Row[Any]) -> StockLevel:
    return filled(StockLevel, row)


def kit(row: Row[Any]) -> Kit:
    return Kit(sku=row.sku, available=row.available, locations=[KitLevel(**level) for level in row.locations])


def lot(row: Row[Any]) -> Lot:
    return Lot.model_validate(_named(row, Lot.model_fields))


def holder(row: Row[Any]) -> Holder:
    return filled(Holder, row, location=row.code)


def product(row: Row[Any]) -> Product:
    told = _named(row, Product.model_fields.keys() - {"variants"})
    return Product.model_construct(**told, variants=[_variant(variant) for variant in row.variants])


def _summary(row: Row[Any]) -> dict[str, Any]:
    return {
        **_named(row, forms.OrderSummary.model_fields.keys() - {"id", "name", "total"}),
        "id": order_id(row.uid),
        "name": row.external_name,
        "total": Money.of(row.total_minor, row.currency),
    }


def filled(form: type[Form], row: Row[Any], **more: Any) -> Form:
    """A form with what the row has under the same names, and what is given."""
    return form(**_named(row, form.model_fields.keys() - more.keys()), **more)


def _named(row: Row[Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def address(row: Mapping[str, Any] | None) -> forms.Address | None:
    if row is None:
        return None
    return forms.Address.model_construct(**{name: row[name] for name in forms.Address.model_fields})


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
    )


def transfer(row: Row[Any]) -> Transfer:
    lines = [TransferLine(**{name: line[name] for name in TransferLine.model_fields}) for line in row.lines]
    href = url_for("api.transfers.show", number=row.number, _external=True)
    return filled(Transfer, row, lines=lines, href=href)


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


def _variant(row: Mapping[str, Any]) -> Variant:
    prices = [Money.of(minor, currency) for currency, minor in sorted(row["prices"].items())]
    components = [Component(**part) for part in row["components"]]
    told = {name: row[name] for name in Variant.model_fields if name not in {"prices", "components"}}
    return Variant.model_construct(**told, prices=prices, components=components)
