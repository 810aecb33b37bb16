"""Fulfillment orders, for the systems of warehouses: read, accept, give back, reject, report short, ship."""

from typing import Any

from flask import Blueprint, abort
from sqlalchemy import Row

from oms.api import outgoing, paging
from oms.api.operations import Operation
from oms.api.outgoing import fulfillment as told
from oms.api.problems import invalid
from oms.api.queries import fulfillment as found
from oms.api.schemas import fulfillment as forms
from oms.db import call
from oms.fulfillment.carriers import by_hand
from oms.fulfillment.queries import address, line_of
from oms.web import token_guard

bp = Blueprint("fulfillment", __name__)
_MOVED_ON = ("OM403", "OM506", "orders_fulfillment_transition_lawful")


@bp.get("/fulfillment-orders")
@token_guard("fulfillment:read")
@Operation(
    summary="List fulfillment orders", query=forms.FulfillmentOrderQuery, gives={200: forms.FulfillmentOrderList}
)
def index(query: forms.FulfillmentOrderQuery) -> forms.FulfillmentOrderList:
    filters = query.model_dump(exclude={"limit", "cursor"})
    works = found.works(paging.start(query, paging.moment, paging.number), query.limit, **filters)
    return paging.listed(forms.FulfillmentOrderList, query, works, told.work, ("updated_at", "id"))


@bp.get("/fulfillment-orders/<work_number>")
@token_guard("fulfillment:read")
@Operation(summary="Get a fulfillment order, with its address", gives={200: forms.AddressedFulfillmentOrder})
def show(work_number: str) -> forms.AddressedFulfillmentOrder:
    work = work_or_404(work_number)
    ship_to = address(work.id)
    return told.addressed(work, outgoing.address(ship_to and ship_to._asdict()))


@bp.post("/fulfillment-orders/<work_number>/acceptance")
@token_guard("fulfillment:write")
@Operation(summary="Accept a fulfillment order", gives={200: forms.FulfillmentOrder}, problems=_MOVED_ON, once=True)
def accept(work_number: str) -> tuple[int, forms.FulfillmentOrder]:
    call("fulfillment.accept", p_order_id=work_or_404(work_number).id)
    return 200, told.work(work_or_404(work_number))


@bp.delete("/fulfillment-orders/<work_number>/acceptance")
@token_guard("fulfillment:write")
@Operation(
    summary="Give an accepted fulfillment order back",
    gives={200: forms.FulfillmentOrder},
    problems=("OM403", "OM504"),
)
def give_back(work_number: str) -> forms.FulfillmentOrder:
    call("fulfillment.give_back", p_order_id=work_or_404(work_number).id)
    return told.work(work_or_404(work_number))


@bp.post("/fulfillment-orders/<work_number>/rejection")
@token_guard("fulfillment:write")
@Operation(
    summary="Reject a fulfillment order: it is routed elsewhere at once",
    body=forms.Rejection,
    gives={200: forms.Handed},
    problems=_MOVED_ON,
    once=True,
)
def reject(work_number: str, body: forms.Rejection) -> tuple[int, forms.Handed]:
    answer = call("fulfillment.reject", p_order_id=work_or_404(work_number).id, p_reason=body.reason)
    return 200, told.handed(work_or_404(work_number), answer)


@bp.post("/fulfillment-orders/<work_number>/shortages")
@token_guard("fulfillment:write")
@Operation(
    summary="Report units that are not there",
    body=forms.Shortage,
    gives={200: forms.Handed},
    problems=(*_MOVED_ON, "lines_picked_within_quantity"),
    once=True,
)
def short(work_number: str, body: forms.Shortage) -> tuple[int, forms.Handed]:
    line = line_of(work_or_404(work_number).id, body.line_id)
    if line is None:
        message = "The fulfillment order has no such line."
        raise invalid({"pointer": "/line_id", "code": "unknown_line", "message": message})
    answer = call("fulfillment.short", p_line_id=line.id, p_quantity=body.quantity)
    return 200, told.handed(work_or_404(work_number), answer)


@bp.post("/fulfillment-orders/<work_number>/shipment")
@token_guard("fulfillment:write")
@Operation(
    summary="Ship a fulfillment order, with its tracking number",
    body=forms.Shipment,
    gives={200: forms.FulfillmentOrder},
    problems=(*_MOVED_ON, "OM505", "OM507", "OM508", "OM520"),
    once=True,
)
def ship(work_number: str, body: forms.Shipment) -> tuple[int, forms.FulfillmentOrder]:
    call(
        "fulfillment.ship_at_once",
        p_order_id=work_or_404(work_number).id,
        p_carrier=body.carrier,
        p_service=body.service,
        p_tracking_number=body.tracking_number,
        p_tracking_url=body.tracking_url or by_hand.tracking_url(body.carrier, body.tracking_number),
        p_weight_grams=body.weight_grams,
    )
    return 200, told.work(work_or_404(work_number))


def work_or_404(work_number: str) -> Row[Any]:
    return found.work(work_number) or abort(404)
