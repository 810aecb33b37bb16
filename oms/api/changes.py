"""Changes of placed orders: worked out, confirmed or discarded; and the versions that they leave."""

from typing import Any

from flask import Blueprint, abort
from sqlalchemy import Row

from oms.api import named, outgoing, paging
from oms.api.operations import Operation
from oms.api.outgoing import changes as told
from oms.api.problems import invalid
from oms.api.queries import changes as found
from oms.api.schemas import changes as forms
from oms.api.schemas.orders import OrderSummary
from oms.db import call
from oms.orders.queries import versions as versions_of
from oms.web import token_guard

bp = Blueprint("changes", __name__)


@bp.get("/orders/<order_id>/changes")
@token_guard("orders:read")
@Operation(summary="List the changes of an order", query=forms.ChangeQuery, gives={200: forms.ChangeList})
def index(order_id: str, query: forms.ChangeQuery) -> forms.ChangeList:
    order = named.order(order_id)
    rows = found.changes(order.id, paging.start(query, paging.number), query.limit)
    return paging.listed(forms.ChangeList, query, rows, lambda row: told.change(order, row), ("id",))


@bp.post("/orders/<order_id>/changes")
@token_guard("orders:write")
@Operation(
    summary="Work out a change of an order",
    body=forms.NewChange,
    gives={201: forms.Change},
    problems=(
        "OM101",
        "OM131",
        "OM303",
        "OM311",
        "OM312",
        "OM313",
        "OM314",
        "OM315",
        "OM316",
        "OM317",
        "OM318",
        "OM409",
    ),
    once=True,
    everywhere=True,
)
def create(order_id: str, body: forms.NewChange) -> tuple[int, forms.Change]:
    order = named.order(order_id)
    change_id = call(
        "orders.propose_change",
        p_order_id=order.id,
        p_given=_wanted(order, body),
        p_reason=body.reason,
        p_version=body.version,
        p_minutes=body.minutes,
    )
    return 201, told.change(order, _change_or_404(order, change_id))


@bp.get("/orders/<order_id>/changes/<int:change_id>")
@token_guard("orders:read")
@Operation(summary="Get a change of an order", gives={200: forms.Change})
def show(order_id: str, change_id: int) -> forms.Change:
    order = named.order(order_id)
    return told.change(order, _change_or_404(order, change_id))


@bp.post("/orders/<order_id>/changes/<int:change_id>/confirmation")
@token_guard("orders:write")
@Operation(
    summary="Confirm a change: make it, whole, in one step",
    body=forms.Confirmation,
    gives={200: OrderSummary},
    problems=("OM101", "OM303", "OM311", "OM313", "OM316", "OM317", "OM318", "OM319", "OM409"),
    once=True,
    everywhere=True,
)
def confirm(order_id: str, change_id: int, body: forms.Confirmation) -> tuple[int, OrderSummary]:
    change = _change_or_404(named.order(order_id), change_id)
    choices = {"p_refunds": body.refund, "p_notifies": body.notify}
    call("orders.confirm_change", p_change_id=change.id, p_version=body.version, **choices)
    return 200, outgoing.order_summary(named.order(order_id))


@bp.delete("/orders/<order_id>/changes/<int:change_id>")
@token_guard("orders:write")
@Operation(summary="Discard a change, and let go what is held for it", gives={200: forms.Change}, problems=("OM319",))
def discard(order_id: str, change_id: int) -> forms.Change:
    order = named.order(order_id)
    call("orders.discard_change", p_change_id=_change_or_404(order, change_id).id)
    return told.change(order, _change_or_404(order, change_id))


@bp.get("/orders/<order_id>/versions")
@token_guard("orders:read")
@Operation(summary="List the versions of an order, the latest first", gives={200: forms.VersionList})
def versions(order_id: str) -> forms.VersionList:
    order = named.order(order_id)
    return forms.VersionList(data=[told.version(each, order.currency) for each in versions_of(order.id)])


def _change_or_404(order: Row[Any], change_id: int) -> Row[Any]:
    return found.change(order.id, named.number(change_id)) or abort(404)


def _wanted(order: Row[Any], body: forms.NewChange) -> dict[str, Any]:
    """As orders.propose_change takes it."""
    wanted: dict[str, Any] = {"lines": named.units(order.id, body.lines), "add": _added(order, body)}
    if body.ship_to is not None:
        wanted["ship_to"] = body.ship_to.model_dump()
    if body.delivery is not None:
        wanted["delivery"] = {"method": body.delivery.method}
        if body.delivery.method == "pickup":
            wanted["delivery"]["location_id"] = named.location_id(body.delivery.location, "/delivery/location")
    return wanted


def _added(order: Row[Any], body: forms.NewChange) -> list[dict[str, Any]]:
    for n, line in enumerate(body.add):
        named.variant_id(line.sku, f"/add/{n}/sku")
        if line.unit_price and line.unit_price.currency != order.currency:
            message = f"The order is in {order.currency}."
            raise invalid({"pointer": f"/add/{n}/unit_price/currency", "code": "other_currency", "message": message})
    return [
        {"sku": line.sku, "quantity": line.quantity, "unit_price_minor": line.unit_price and line.unit_price.minor}
        for line in body.add
    ]
