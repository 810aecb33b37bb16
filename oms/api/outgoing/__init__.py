"""From rows to the API's forms. What is ours already is not checked again where a form limits what may be given."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from flask import url_for
from sqlalchemy import Row

from oms.api.schemas import Money, Schema
from oms.api.schemas import orders as forms
from oms.api.schemas.addresses import Address
from oms.api.schemas.lots import Holder, Lot
from oms.api.schemas.products import Component, Product, Variant
from oms.api.schemas.stock import Kit, KitLevel, StockLevel
from oms.api.schemas.transfers import Transfer, TransferLine, TransferLot

Form = TypeVar("Form", bound=Schema)

_ORDER_ID = re.compile(r"ord_([0-9a-f]{32})")


def order_id(uid: UUID | str) -> str:
    return f"ord_{UUID(str(uid)).hex}"


def uid_of(order_id: str) -> str | None:
    found = _ORDER_ID.fullmatch(order_id)
    return found[1] if found else None


def order_summary(row: Row[Any]) -> forms.OrderSummary:
    return forms.OrderSummary(**summary(row))


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


def summary(row: Row[Any]) -> dict[str, Any]:
    """What every form of an order has."""
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


def address(row: Mapping[str, Any] | None) -> Address | None:
    if row is None:
        return None
    return Address.model_construct(**{name: row[name] for name in Address.model_fields})


def transfer(row: Row[Any]) -> Transfer:
    lines = [_transfer_line(line) for line in row.lines]
    href = url_for("api.transfers.show", number=row.number, _external=True)
    return filled(Transfer, row, lines=lines, href=href)


def _transfer_line(row: Mapping[str, Any]) -> TransferLine:
    lots = [TransferLot(**{name: lot[name] for name in TransferLot.model_fields}) for lot in row["lots"]]
    told = {name: row[name] for name in TransferLine.model_fields if name != "lots"}
    return TransferLine(**told, lots=lots)


def _variant(row: Mapping[str, Any]) -> Variant:
    prices = [Money.of(minor, currency) for currency, minor in sorted(row["prices"].items())]
    components = [Component(**part) for part in row["components"]]
    told = {name: row[name] for name in Variant.model_fields if name not in {"prices", "components"}}
    return Variant.model_construct(**told, prices=prices, components=components)
