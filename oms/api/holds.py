"""Holds: stock that is kept for a customer who is about to pay."""

import re
from typing import Any
from uuid import uuid4

from flask import Blueprint, abort, url_for
from sqlalchemy import Row

from oms.api import named, queries, selling
from oms.api.operations import Operation
from oms.api.problems import invalid
from oms.api.schemas import holds as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("holds", __name__)
_HOLD_ID = re.compile(r"hold_[0-9a-f]{32}")  # other keys are those of others, such as drafts


@bp.post("/holds")
@token_guard("orders:write")
@Operation(
    summary="Hold stock for a customer who is about to pay",
    body=forms.NewHold,
    gives={201: forms.Hold},
    problems=("OM101",),
    once=True,
    everywhere=True,
)
def create(body: forms.NewHold) -> tuple[int, forms.Hold]:
    channel = selling.channel(body.channel)
    hold_id = f"hold_{uuid4().hex}"
    call(
        "routing.hold",
        p_lines=_lines(body),
        p_delivery=_delivery(body, channel),
        p_kind="checkout",
        p_owner=body.reference,
        p_minutes=body.minutes,
        p_key=hold_id,
    )
    return 201, _told(_hold_or_404(hold_id))


@bp.get("/holds/<hold_id>")
@token_guard("orders:read")
@Operation(summary="Get a hold", gives={200: forms.Hold})
def show(hold_id: str) -> forms.Hold:
    return _told(_hold_or_404(hold_id))


@bp.patch("/holds/<hold_id>")
@token_guard("orders:write")
@Operation(
    summary="Give a hold more time",
    body=forms.MoreTime,
    gives={200: forms.Hold},
    problems=("OM130",),
    everywhere=True,
)
def extend(hold_id: str, body: forms.MoreTime) -> forms.Hold:
    call("inventory.extend_hold", p_key=_hold_or_404(hold_id).key, p_minutes=body.minutes)
    return _told(_hold_or_404(hold_id))


@bp.delete("/holds/<hold_id>")
@token_guard("orders:write")
@Operation(summary="Release a hold", gives={200: forms.Hold}, everywhere=True)
def release(hold_id: str) -> forms.Hold:
    """Where it is over already nothing happens."""
    call("inventory.release_hold", p_key=_hold_or_404(hold_id).key)
    return _told(_hold_or_404(hold_id))


def _lines(body: forms.NewHold) -> list[dict[str, int]]:
    known = queries.deliverable_ids([line.sku for line in body.lines])
    mistakes = [
        {"pointer": f"/lines/{n}/sku", "code": "unknown_sku", "message": "There is no such SKU that is sent."}
        for n, line in enumerate(body.lines)
        if line.sku not in known
    ]
    if mistakes:
        raise invalid(*mistakes)
    return [{"variant_id": known[line.sku], "quantity": line.quantity} for line in body.lines]


def _delivery(body: forms.NewHold, channel: Row[Any]) -> dict[str, Any]:
    given = {"method": body.delivery.method, "channel": body.channel, "country_code": body.country_code}
    if body.delivery.method == "ship":
        return given | {"source_location_ids": channel.source_location_ids}
    return given | {"location_id": named.location_id(body.delivery.location, "/delivery/location")}


def _hold_or_404(hold_id: str) -> Row[Any]:
    found = queries.hold(hold_id) if _HOLD_ID.fullmatch(hold_id) else None
    return found or abort(404)


def _told(found: Row[Any]) -> forms.Hold:
    href = url_for("api.holds.show", hold_id=found.key, _external=True)
    lines = [forms.HeldLine(**line) for line in found.lines]
    return forms.Hold(id=found.key, state=found.state, expires_at=found.expires_at, lines=lines, href=href)
