"""What happened to an order, and what the team writes on it."""

from typing import Any

from flask import Blueprint
from sqlalchemy import Row

from oms.api import named, outgoing, paging
from oms.api.operations import Operation
from oms.api.queries.timeline import events
from oms.api.schemas import timeline as forms
from oms.api.schemas.orders import OrderSummary
from oms.db import call
from oms.orders import details
from oms.orders.words.events import told
from oms.web import token_guard

bp = Blueprint("timeline", __name__)


@bp.get("/orders/<order_id>/timeline")
@token_guard("orders:read")
@Operation(summary="List what happened to an order", query=forms.TimelineQuery, gives={200: forms.Timeline})
def index(order_id: str, query: forms.TimelineQuery) -> forms.Timeline:
    order, start = named.order(order_id), paging.start(query, paging.number)
    found = events(order.id, order.request_id, start, query.limit, query.type)
    return paging.listed(forms.Timeline, query, found, _event, ("id",))


@bp.post("/orders/<order_id>/notes")
@token_guard("orders:write")
@Operation(
    summary="Write a note for the team",
    body=forms.NewNote,
    gives={200: OrderSummary},
    problems=("OM305",),
    once=True,
)
def note(order_id: str, body: forms.NewNote) -> tuple[int, OrderSummary]:
    call("orders.add_note", p_order_id=named.order(order_id).id, p_text=body.text)
    return 200, outgoing.order_summary(named.order(order_id))


@bp.get("/order-fields")
@token_guard("orders:read")
@Operation(summary="List the fields that this shop adds to its orders", gives={200: forms.OrderFieldList})
def fields() -> forms.OrderFieldList:
    return forms.OrderFieldList(data=[outgoing.filled(forms.OrderField, field) for field in details.fields()])


def _event(row: Row[Any]) -> forms.Event:
    sentence = told(row)
    words = {"text": sentence.text, "note": sentence.note, "by": row.actor_name}
    return outgoing.filled(forms.Event, row, **words)
