"""Expected deliveries: read, announce, receive, move, close."""

from typing import Any

from flask import Blueprint, abort, url_for
from sqlalchemy import Row

from oms.api import named, outgoing, paging, queries
from oms.api.operations import Operation
from oms.api.schemas import incoming as forms
from oms.db import call
from oms.inventory.incoming import lines
from oms.web import token_guard

bp = Blueprint("incoming", __name__)


@bp.get("/incoming")
@token_guard("stock:read")
@Operation(summary="List expected deliveries", query=forms.IncomingQuery, gives={200: forms.IncomingList})
def index(query: forms.IncomingQuery) -> forms.IncomingList:
    start = paging.start(query, paging.day, paging.number)
    found = queries.incoming(start, query.limit, query.status, query.location)
    return paging.listed(forms.IncomingList, query, found, _told, ("expected_on", "id"))


@bp.post("/incoming")
@token_guard("stock:write")
@Operation(
    summary="Announce a delivery",
    body=forms.NewIncoming,
    gives={201: forms.Incoming},
    problems=("OM161", "OM403", "incoming_reference_unique"),
    once=True,
)
def create(body: forms.NewIncoming) -> tuple[int, forms.Incoming]:
    location_id = named.location_id(body.location, "/location")
    given = body.model_dump(mode="json", exclude={"location"})
    incoming_id = call("inventory.expect", p_incoming={**given, "location_id": location_id})
    return 201, _found(incoming_id)


@bp.get("/incoming/<int:incoming_id>")
@token_guard("stock:read")
@Operation(summary="Get an expected delivery", gives={200: forms.Incoming})
def show(incoming_id: int) -> forms.Incoming:
    return _found(incoming_id)


@bp.post("/incoming/<int:incoming_id>/receipts")
@token_guard("stock:write")
@Operation(
    summary="Receive what has come of a delivery",
    body=forms.IncomingReceipt,
    gives={200: forms.Incoming},
    problems=("OM103", "OM123", "OM124", "OM125", "OM127", "OM194", "OM403", "OM404", "lot_levels_serial_is_one"),
    once=True,
)
def receive(incoming_id: int, body: forms.IncomingReceipt) -> tuple[int, forms.Incoming]:
    received = [line.model_dump(mode="json", exclude={"id"}) | {"line_id": line.id} for line in body.lines]
    call("inventory.receive_incoming", p_incoming_id=_found(incoming_id).id, p_lines=received)
    return 200, _found(incoming_id)


@bp.post("/incoming/<int:incoming_id>/schedule")
@token_guard("stock:write")
@Operation(
    summary="Move a delivery to another day",
    body=forms.Schedule,
    gives={200: forms.Incoming},
    problems=("OM162", "OM163", "OM164", "OM403"),
    once=True,
)
def reschedule(incoming_id: int, body: forms.Schedule) -> tuple[int, forms.Incoming]:
    moved = {"p_expected_on": body.expected_on, "p_reason": body.reason}
    call("inventory.reschedule_incoming", p_incoming_id=_found(incoming_id).id, **moved)
    return 200, _found(incoming_id)


@bp.post("/incoming/<int:incoming_id>/closure")
@token_guard("stock:write")
@Operation(
    summary="Expect no more of a delivery",
    body=forms.Closure,
    gives={200: forms.Incoming},
    problems=("OM162", "OM164", "OM403"),
    once=True,
)
def close(incoming_id: int, body: forms.Closure) -> tuple[int, forms.Incoming]:
    call("inventory.close_incoming", p_incoming_id=_found(incoming_id).id, p_reason=body.reason)
    return 200, _found(incoming_id)


def _found(incoming_id: int) -> forms.Incoming:
    return _told(queries.incoming_delivery(named.number(incoming_id)) or abort(404))


def _told(row: Row[Any]) -> forms.Incoming:
    href = url_for("api.incoming.show", incoming_id=row.id, _external=True)
    known = [outgoing.filled(forms.IncomingLine, line) for line in lines(row.id)]
    return outgoing.filled(forms.Incoming, row, href=href, lines=known)
