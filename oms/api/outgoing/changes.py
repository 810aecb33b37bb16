"""Changes of orders, their versions, and what they come to, in the API's forms."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from sqlalchemy import Row

from oms.api import queries
from oms.api.outgoing import address, order_id
from oms.api.schemas import Money
from oms.api.schemas import changes as forms
from oms.api.schemas.cancellations import CancellationPreview
from oms.api.schemas.holds import HeldLine
from oms.api.schemas.orders import Sums


def change(order: Row[Any], row: Row[Any]) -> forms.Change:
    """Without the new address: an answer that is kept holds nothing about a person."""
    before, after = row.money_before, row.money_after
    delivery = row.wanted.get("delivery")
    held = queries.hold(row.hold_key)
    return forms.Change(
        id=row.id,
        order_id=order_id(order.uid),
        state=row.state,
        version=row.version,
        expires_at=row.expires_at,
        cancel=[forms.CanceledUnits(**line) for line in row.canceled],
        add=[_added(line, order.currency) for line in row.wanted["add"]],
        delivery=delivery and forms.NewDelivery(method=delivery["method"], location=row.location or ""),
        has_new_address="ship_to" in row.wanted,
        before=sums(before, order.currency),
        after=sums(after, order.currency),
        difference=Money.of(after["owed_minor"] - before["owed_minor"], order.currency),
        held=[HeldLine(**line) for line in held.lines] if held and held.state == "active" else [],
        href=url_for("api.changes.show", order_id=order_id(order.uid), change_id=row.id, _external=True),
    )


def version(row: Row[Any], currency: str) -> forms.OrderVersion:
    snapshot = row.snapshot
    return forms.OrderVersion(
        number=row.number,
        what=row.what,
        reason=row.reason,
        by=row.actor_name,
        kept_at=row.kept_at,
        method=snapshot["method"],
        ship_to=address(snapshot["ship_to"]),
        lines=[_version_line(line, currency) for line in snapshot["lines"]],
        charges=[
            forms.VersionCharge(
                kind=charge["kind"], title=charge["title"], amount=Money.of(charge["amount_minor"], currency)
            )
            for charge in snapshot["charges"]
        ],
        sums=sums(snapshot, currency),
    )


def preview(told: Mapping[str, Any], currency: str) -> CancellationPreview:
    before, after = sums(told["before"], currency), sums(told["after"], currency)
    return CancellationPreview(before=before, after=after, picked=told["picked"])


def sums(money: Mapping[str, Any], currency: str) -> Sums:
    """As orders._money tells it."""
    return Sums(**{name: Money.of(money[f"{name}_minor"], currency) for name in Sums.model_fields})


def _added(line: Mapping[str, Any], currency: str) -> forms.AddedUnits:
    price = Money.of(line["unit_price_minor"], currency)
    return forms.AddedUnits(sku=line["sku"], title=line["title"], quantity=line["quantity"], unit_price=price)


def _version_line(line: Mapping[str, Any], currency: str) -> forms.VersionLine:
    amounts: Mapping[str, Any] = {
        name: Money.of(line[f"{name}_minor"], currency) for name in ("unit_price", "discount", "tax")
    }
    return forms.VersionLine(**{name: line.get(name, amounts.get(name)) for name in forms.VersionLine.model_fields})
