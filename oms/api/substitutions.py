"""Substitutions: what could be sent instead of what waits, and sending it."""

from typing import Any

from flask import Blueprint
from sqlalchemy import Row

from oms.api import named, outgoing, queries
from oms.api.operations import Operation
from oms.api.schemas import orders as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("substitutions", __name__)


@bp.get("/orders/<order_id>/substitutions")
@token_guard("orders:read")
@Operation(summary="List what could be sent instead of what waits", gives={200: forms.OfferList})
def index(order_id: str) -> forms.OfferList:
    order = named.order(order_id)
    return forms.OfferList(data=[outgoing.offer(found, order.currency) for found in queries.offers(order.id)])


@bp.post("/orders/<order_id>/substitutions")
@token_guard("orders:write")
@Operation(
    summary="Send something else instead of what waits",
    body=forms.Substitution,
    gives={200: forms.OrderSummary},
    problems=("OM303", "OM330", "OM331", "OM332", "OM333", "OM409"),
    once=True,
)
def create(order_id: str, body: forms.Substitution) -> tuple[int, forms.OrderSummary]:
    order = named.order(order_id)
    call("orders.substitute", **_named(order, body), p_has_agreed=body.has_agreed)
    return 200, outgoing.order_summary(named.order(order_id))


@bp.post("/orders/<order_id>/substitutions/questions")
@token_guard("orders:write")
@Operation(
    summary="Ask the customer whether something else will do",
    body=forms.SubstituteQuestion,
    gives={200: forms.OrderSummary},
    problems=("OM303", "OM330", "OM331", "OM409"),
    once=True,
)
def ask(order_id: str, body: forms.SubstituteQuestion) -> tuple[int, forms.OrderSummary]:
    order = named.order(order_id)
    call("orders.ask_customer", **_named(order, body))
    return 200, outgoing.order_summary(named.order(order_id))


def _named(order: Row[Any], body: forms.Substitution | forms.SubstituteQuestion) -> dict[str, Any]:
    """The line and the SKU that a body names."""
    return {
        "p_order_id": order.id,
        "p_line_id": next((line.id for line in queries.order_lines(order.id) if line.position == body.position), None),
        "p_substitute_id": queries.variant_id(body.sku),
        "p_version": body.version,
    }
