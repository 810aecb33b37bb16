"""Fulfillment orders put into another shape before they are packed: split, merged, moved to another location."""

from flask import Blueprint

from oms.api import named
from oms.api.fulfillment import work_or_404
from oms.api.operations import Operation
from oms.api.outgoing import fulfillment as told
from oms.api.problems import invalid
from oms.api.queries import fulfillment as found
from oms.api.schemas import fulfillment as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("rearranging", __name__)


@bp.post("/fulfillment-orders/<work_number>/splits")
@token_guard("fulfillment:write")
@Operation(
    summary="Make units of a fulfillment order one of their own",
    body=forms.Split,
    gives={201: forms.FulfillmentOrder},
    problems=("OM322", "OM323", "OM403"),
    once=True,
)
def split(work_number: str, body: forms.Split) -> tuple[int, forms.FulfillmentOrder]:
    lines = [{"line_id": line.id, "quantity": line.quantity} for line in body.lines]
    new = call("fulfillment.split", p_order_id=work_or_404(work_number).id, p_lines=lines)
    return 201, told.work(work_or_404(new))


@bp.post("/fulfillment-orders/<work_number>/mergers")
@token_guard("fulfillment:write")
@Operation(
    summary="Put another fulfillment order into this one",
    body=forms.Merger,
    gives={200: forms.FulfillmentOrder},
    problems=("OM322", "OM324", "OM403"),
    once=True,
)
def merge(work_number: str, body: forms.Merger) -> tuple[int, forms.FulfillmentOrder]:
    work, other = work_or_404(work_number), found.work(body.number)
    if other is None:
        message = "There is no such fulfillment order."
        raise invalid({"pointer": "/number", "code": "unknown_fulfillment_order", "message": message})
    call("fulfillment.merge", p_order_id=work.id, p_other_id=other.id)
    return 200, told.work(work_or_404(work_number))


@bp.post("/fulfillment-orders/<work_number>/moves")
@token_guard("orders:write")
@Operation(
    summary="Move a fulfillment order to another location",
    body=forms.Move,
    gives={200: forms.FulfillmentOrders},
    problems=("OM101", "OM322", "OM325", "OM403"),
    once=True,
)
def move(work_number: str, body: forms.Move) -> tuple[int, forms.FulfillmentOrders]:
    work = work_or_404(work_number)
    call("fulfillment.move", p_order_id=work.id, p_location_id=named.location_id(body.location, "/location"))
    return 200, forms.FulfillmentOrders(data=[told.work(each) for each in found.works_of(work.request_id)])
