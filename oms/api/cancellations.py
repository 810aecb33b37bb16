"""Cancellations: what one would come to, and the thing itself."""

from flask import Blueprint

from oms.api import named, outgoing, queries
from oms.api.operations import Operation
from oms.api.outgoing import changes
from oms.api.schemas import cancellations as forms
from oms.api.schemas.orders import OrderSummary
from oms.db import call
from oms.web import token_guard

bp = Blueprint("cancellations", __name__)


@bp.post("/orders/<order_id>/cancellation/preview")
@token_guard("orders:write")
@Operation(
    summary="Say what a cancellation would come to",
    body=forms.LinesToCancel,
    gives={200: forms.CancellationPreview},
    problems=("OM303", "OM311", "OM312", "OM313"),
    once=True,
)
def preview(order_id: str, body: forms.LinesToCancel) -> tuple[int, forms.CancellationPreview]:
    order = named.order(order_id)
    lines = queries.open_units(order.id) if body.lines is None else named.units(order.id, body.lines)
    return 200, changes.preview(call("orders.preview_cancellation", p_order_id=order.id, p_lines=lines), order.currency)


@bp.post("/orders/<order_id>/cancellation")
@token_guard("orders:write")
@Operation(
    summary="Cancel what has not left of an order",
    body=forms.Cancellation,
    gives={200: OrderSummary},
    problems=("OM303", "OM311", "OM313", "OM409"),
    once=True,
)
def create(order_id: str, body: forms.Cancellation) -> tuple[int, OrderSummary]:
    order = named.order(order_id)
    choices = {"p_restocks": body.restock, "p_refunds": body.refund, "p_notifies": body.notify}
    about = {"p_order_id": order.id, "p_reason": body.reason, "p_version": body.version}
    if body.lines is None:
        call("orders.cancel", **about, **choices)
    else:
        call("orders.cancel_lines", p_lines=named.units(order.id, body.lines), **about, **choices)
    return 200, outgoing.order_summary(named.order(order_id))
