"""Orders: read, place, cancel."""

from typing import Any

from flask import Blueprint, abort, url_for
from sqlalchemy import Row

from oms.api import incoming, outgoing, paging, queries, selling
from oms.api.operations import Operation
from oms.api.problems import invalid
from oms.api.schemas import orders as forms
from oms.channels.reasons import sentence
from oms.db import call, transaction
from oms.web import token_guard

bp = Blueprint("orders", __name__)


@bp.get("/orders")
@token_guard("orders:read")
@Operation(summary="List orders", query=forms.OrderQuery, gives={200: forms.OrderList})
def index(query: forms.OrderQuery) -> forms.OrderList:
    filters = query.model_dump(exclude={"limit", "cursor"})
    found = queries.orders(paging.start(query, paging.moment, paging.number), query.limit, **filters)
    return paging.listed(forms.OrderList, query, found, outgoing.order_summary, ("updated_at", "id"))


@bp.post("/orders")
@token_guard("orders:write")
@Operation(
    summary="Place an order",
    body=forms.NewOrder,
    gives={201: forms.Receipt, 200: forms.Receipt, 202: forms.Quarantined},
    problems=("OM101", "confined"),
    once=True,
)
def create(body: forms.NewOrder) -> tuple[int, forms.Receipt | forms.Quarantined]:
    selling.require_all_locations()
    channel = selling.channel(body.channel)
    if body.hold and queries.hold(body.hold) is None:
        raise invalid({"pointer": "/hold", "code": "unknown_hold", "message": "There is no such hold."})
    outcome = call("channels.place", p_channel=channel.code, p_order=incoming.order(body, channel.currency))
    if outcome["outcome"] == "quarantined":
        return 202, _quarantined(outcome)
    return 201 if outcome["outcome"] == "placed" else 200, _receipt(outcome)


@bp.get("/orders/<order_id>")
@token_guard("orders:read")
@Operation(summary="Get an order", gives={200: forms.Order})
def show(order_id: str) -> forms.Order:
    with transaction():
        return outgoing.order(_order_or_404(order_id))


@bp.patch("/orders/<order_id>")
@token_guard("orders:write")
@Operation(
    summary="Change the tags and fields of an order",
    body=forms.OrderChange,
    gives={200: forms.Details},
    problems=("OM340", "OM341", "OM344", "OM345", "OM346"),
)
def change(order_id: str, body: forms.OrderChange) -> forms.Details:
    with transaction():
        order = _order_or_404(order_id)
        call("orders.tag", p_order_id=order.id, p_add=body.add_tags, p_remove=body.remove_tags)
        call("orders.set_fields", p_order_id=order.id, p_fields=body.fields)
        return outgoing.details(_order_or_404(order_id))


@bp.post("/orders/<order_id>/cancellation")
@token_guard("orders:write")
@Operation(
    summary="Cancel what has not left of an order",
    body=forms.Cancellation,
    gives={200: forms.Canceled},
    problems=("OM303", "OM311", "OM313", "OM409"),
    once=True,
)
def cancel(order_id: str, body: forms.Cancellation) -> tuple[int, forms.Canceled]:
    order = _order_or_404(order_id)
    choices = {"p_restocks": body.restock, "p_refunds": body.refund, "p_notifies": body.notify}
    about = {"p_order_id": order.id, "p_reason": body.reason, "p_version": body.version}
    if body.lines is None:
        call("orders.cancel", **about, **choices)
    else:
        call("orders.cancel_lines", p_lines=_units(order, body.lines), **about, **choices)
    return 200, outgoing.canceled(_order_or_404(order_id))


@bp.get("/orders/<order_id>/substitutions")
@token_guard("orders:read")
@Operation(summary="List what could be sent instead of what waits", gives={200: forms.OfferList})
def offers(order_id: str) -> forms.OfferList:
    order = _order_or_404(order_id)
    return forms.OfferList(data=[outgoing.offer(found, order.currency) for found in queries.offers(order.id)])


@bp.post("/orders/<order_id>/substitutions")
@token_guard("orders:write")
@Operation(
    summary="Send something else instead of what waits",
    body=forms.Substitution,
    gives={200: forms.Order},
    problems=("OM303", "OM330", "OM331", "OM332", "OM333", "OM409"),
    once=True,
)
def substitute(order_id: str, body: forms.Substitution) -> tuple[int, forms.Order]:
    order = _order_or_404(order_id)
    with transaction():
        call(
            "orders.substitute",
            p_order_id=order.id,
            p_line_id=next((line.id for line in queries.order_lines(order.id) if line.position == body.position), None),
            p_substitute_id=queries.variant_id(body.sku),
            p_has_agreed=body.has_agreed,
            p_version=body.version,
        )
        return 200, outgoing.order(_order_or_404(order_id))


def _order_or_404(order_id: str) -> Row[Any]:
    uid = outgoing.uid_of(order_id) or abort(404)
    return queries.order(uid) or abort(404)


def _units(order: Row[Any], chosen: list[forms.CanceledLine]) -> list[dict[str, int]]:
    """The chosen lines as orders.cancel_lines takes them."""
    ids = {line.position: line.id for line in queries.order_lines(order.id)}
    unknown = [index for index, line in enumerate(chosen) if line.position not in ids]
    if unknown:
        pointer = f"/lines/{unknown[0]}/position"
        raise invalid({"pointer": pointer, "code": "unknown_line", "message": "The order has no such line."})
    return [{"line_id": ids[line.position], "quantity": line.quantity} for line in chosen]


def _receipt(outcome: dict[str, Any]) -> forms.Receipt:
    order_id = outgoing.order_id(outcome["uid"])
    href = url_for("api.orders.show", order_id=order_id, _external=True)
    return forms.Receipt(outcome=outcome["outcome"], id=order_id, number=outcome["number"], href=href)


def _quarantined(outcome: dict[str, Any]) -> forms.Quarantined:
    reasons = [
        forms.Reason(code=reason["code"], pointer=incoming.pointer(reason["pointer"]), message=sentence(reason))
        for reason in outcome["reasons"]
    ]
    return forms.Quarantined(outcome="quarantined", quarantine_id=outcome["quarantine_id"], reasons=reasons)
