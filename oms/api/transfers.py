"""Transfers: read, begin, send, take in, close."""

from typing import Any

from flask import Blueprint, abort
from sqlalchemy import Row

from oms.api import named, outgoing, paging, queries
from oms.api.operations import Operation
from oms.api.schemas import transfers as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("transfers", __name__)


@bp.get("/transfers")
@token_guard("stock:read")
@Operation(summary="List transfers", query=forms.TransferQuery, gives={200: forms.TransferList})
def index(query: forms.TransferQuery) -> forms.TransferList:
    found = queries.transfers(paging.start(query, paging.number), query.limit, query.state)
    return paging.listed(forms.TransferList, query, found, outgoing.transfer, ("id",))


@bp.get("/transfers/<number>")
@token_guard("stock:read")
@Operation(summary="Get a transfer", gives={200: forms.Transfer})
def show(number: str) -> forms.Transfer:
    return outgoing.transfer(_transfer_or_404(number))


@bp.post("/transfers")
@token_guard("stock:write")
@Operation(
    summary="Begin a transfer",
    body=forms.TransferIn,
    gives={201: forms.Transfer},
    problems=("OM101", "OM140", "OM191", "OM403", "transfers_between_two_places"),
    once=True,
)
def create(body: forms.TransferIn) -> tuple[int, forms.Transfer]:
    transfer_id = call(
        "inventory.create_transfer",
        p_source_id=named.location_id(body.source, "/source"),
        p_destination_id=named.location_id(body.destination, "/destination"),
        p_lines=[line.model_dump() for line in body.lines],
        p_note=body.note,
    )
    if body.ready:
        call("inventory.ready_transfer", p_transfer_id=transfer_id)
    return 201, outgoing.transfer(_transfer_or_404(f"T-{transfer_id}"))


@bp.post("/transfers/<number>/shipment")
@token_guard("stock:write")
@Operation(
    summary="Send a transfer that is ready",
    gives={200: forms.Transfer},
    problems=("OM143", "OM196", "OM403", "transfers_transition_lawful"),
    once=True,
)
def send(number: str) -> tuple[int, forms.Transfer]:
    call("inventory.send_transfer", p_transfer_id=_transfer_or_404(number).id)
    return 200, outgoing.transfer(_transfer_or_404(number))


@bp.post("/transfers/<number>/receipts")
@token_guard("stock:write")
@Operation(
    summary="Take in units of a transfer",
    body=forms.TransferReceipt,
    gives={200: forms.Transfer},
    problems=("OM123", "OM124", "OM125", "OM127", "OM140", "OM141", "OM143", "OM190", "OM192", "OM194", "OM403"),
    once=True,
)
def receive(number: str, body: forms.TransferReceipt) -> tuple[int, forms.Transfer]:
    transfer_id = _transfer_or_404(number).id
    given = {"p_code": body.sku, "p_quantity": body.quantity, "p_outcome": body.outcome, "p_note": body.note}
    lots = [lot.model_dump(mode="json") for lot in body.lots] if body.lots else None
    call("inventory.receive_transfer", p_transfer_id=transfer_id, **given, p_lots=lots)
    return 200, outgoing.transfer(_transfer_or_404(number))


@bp.post("/transfers/<number>/steps")
@token_guard("stock:write")
@Operation(
    summary="Take a transfer a step on or back, while it is not sent",
    body=forms.Step,
    gives={200: forms.Transfer},
    problems=("OM101", "OM142", "OM191", "OM143", "OM403", "OM409", "transfers_transition_lawful"),
    once=True,
)
def step(number: str, body: forms.Step) -> tuple[int, forms.Transfer]:
    seen = {"p_transfer_id": _transfer_or_404(number).id, "p_version": body.version}
    match body.step:
        case "ready":
            call("inventory.ready_transfer", **seen)
        case "reopen":
            call("inventory.reopen_transfer", **seen)
        case "cancel":
            call("inventory.cancel_transfer", **seen)
    return 200, outgoing.transfer(_transfer_or_404(number))


@bp.post("/transfers/<number>/closure")
@token_guard("stock:write")
@Operation(
    summary="Close a transfer short: what is under way is lost",
    body=forms.Closing,
    gives={200: forms.Transfer},
    problems=("OM143", "OM403", "OM409"),
    once=True,
)
def close(number: str, body: forms.Closing) -> tuple[int, forms.Transfer]:
    seen = {"p_reason": body.reason, "p_version": body.version}
    call("inventory.close_transfer", p_transfer_id=_transfer_or_404(number).id, **seen)
    return 200, outgoing.transfer(_transfer_or_404(number))


def _transfer_or_404(number: str) -> Row[Any]:
    return queries.transfer(number) or abort(404)
