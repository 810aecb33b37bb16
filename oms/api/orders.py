"""Orders: read, place, look after."""

from typing import Any

from flask import Blueprint, url_for

from oms.api import incoming, named, outgoing, paging, queries, selling
from oms.api.operations import Operation
from oms.api.outgoing import orders as whole
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
    problems=("OM101",),
    once=True,
    everywhere=True,
)
def create(body: forms.NewOrder) -> tuple[int, forms.Receipt | forms.Quarantined]:
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
        return whole.order(named.order(order_id))


@bp.patch("/orders/<order_id>")
@token_guard("orders:write")
@Operation(
    summary="Change the tags, fields and assignee of an order",
    body=forms.OrderChange,
    gives={200: forms.Details},
    problems=("OM340", "OM341", "OM342", "OM344", "OM345", "OM346"),
)
def change(order_id: str, body: forms.OrderChange) -> forms.Details:
    with transaction():
        order = named.order(order_id)
        call("orders.tag", p_order_id=order.id, p_add=body.add_tags, p_remove=body.remove_tags)
        call("orders.set_fields", p_order_id=order.id, p_fields=body.fields)
        if "assignee" in body.model_fields_set:
            with named.at("assignee"):
                call("orders.assign", p_order_id=order.id, p_person_id=named.person_id(body.assignee, "/assignee"))
        return outgoing.details(named.order(order_id))


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
