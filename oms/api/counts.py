"""Counts: begun, counted, looked at, approved where much is amiss, and posted."""

from typing import Any

from flask import Blueprint, abort, url_for
from sqlalchemy import Row

from oms.api import named, outgoing, paging
from oms.api.operations import Operation
from oms.api.queries import counts as found
from oms.api.schemas import Money
from oms.api.schemas import counts as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("counts", __name__)
_STEP = ("OM143", "OM403", "OM409", "counts_transition_lawful")


@bp.get("/counts")
@token_guard("stock:read")
@Operation(summary="List counts", query=forms.CountQuery, gives={200: forms.CountList})
def index(query: forms.CountQuery) -> forms.CountList:
    counts = found.counts(paging.start(query, paging.number), query.limit, query.state, query.location)
    return paging.listed(forms.CountList, query, counts, _told, ("id",))


@bp.get("/counts/<count_number>")
@token_guard("stock:read")
@Operation(summary="Get a count", gives={200: forms.Count})
def show(count_number: str) -> forms.Count:
    return _told(_count_or_404(count_number))


@bp.get("/counts/<count_number>/lines")
@token_guard("stock:read")
@Operation(
    summary="List what is counted, and how it differs", query=forms.CountLineQuery, gives={200: forms.CountLineList}
)
def lines(count_number: str, query: forms.CountLineQuery) -> forms.CountLineList:
    count_id, start = _count_or_404(count_number).id, paging.start(query, paging.number)
    page = found.lines(count_id, start, query.limit, different=query.different)
    return paging.listed(
        forms.CountLineList, query, page, lambda line: outgoing.filled(forms.CountLine, line), ("variant_id",)
    )


@bp.post("/counts")
@token_guard("stock:write")
@Operation(
    summary="Begin a count", body=forms.NewCount, gives={201: forms.Count}, problems=("OM149", "OM403"), once=True
)
def create(body: forms.NewCount) -> tuple[int, forms.Count]:
    count_id = call(
        "inventory.start_count",
        p_location_id=named.location_id(body.location, "/location"),
        p_scope=body.scope,
        p_given={"skus": body.skus, "from": body.from_bin, "to": body.to_bin or "\uffff", "most": body.most},
        p_note=body.note,
    )
    return 201, _told(_count_or_404(f"C-{count_id}"))


@bp.post("/counts/<count_number>/tallies")
@token_guard("stock:write")
@Operation(
    summary="Count pieces",
    body=forms.Tallies,
    gives={200: forms.Count},
    problems=("OM140", "OM143", "OM148", "OM403", "count_lines_counted_not_negative"),
    once=True,
)
def tally(count_number: str, body: forms.Tallies) -> tuple[int, forms.Count]:
    count_id = _count_or_404(count_number).id
    for n, line in enumerate(body.lines):
        with named.at(f"lines/{n}"):
            counted = {"p_code": line.code, "p_quantity": line.quantity, "p_sets": body.in_all}
            call("inventory.tally", p_count_id=count_id, **counted)
    return 200, _told(_count_or_404(count_number))


@bp.post("/counts/<count_number>/review")
@token_guard("stock:write")
@Operation(
    summary="End the counting, to look at the differences",
    body=forms.Review,
    gives={200: forms.Count},
    problems=("OM149", *_STEP),
    once=True,
)
def review(count_number: str, body: forms.Review) -> tuple[int, forms.Count]:
    seen = {"p_rest_is_zero": body.rest_is_zero, "p_version": body.version}
    call("inventory.review_count", p_count_id=_count_or_404(count_number).id, **seen)
    return 200, _told(_count_or_404(count_number))


@bp.post("/counts/<count_number>/recounts")
@token_guard("stock:write")
@Operation(summary="Count some SKUs again", body=forms.Recount, gives={200: forms.Count}, problems=_STEP, once=True)
def recount(count_number: str, body: forms.Recount) -> tuple[int, forms.Count]:
    variant_ids = [named.variant_id(sku, f"/skus/{n}") for n, sku in enumerate(body.skus)]
    seen = {"p_variant_ids": variant_ids, "p_version": body.version}
    call("inventory.recount", p_count_id=_count_or_404(count_number).id, **seen)
    return 200, _told(_count_or_404(count_number))


@bp.post("/counts/<count_number>/approval")
@token_guard("stock:approve")
@Operation(
    summary="Approve the differences of a count",
    body=forms.CountStep,
    gives={200: forms.Count},
    problems=_STEP,
    once=True,
)
def approve(count_number: str, body: forms.CountStep) -> tuple[int, forms.Count]:
    call("inventory.approve_count", p_count_id=_count_or_404(count_number).id, p_version=body.version)
    return 200, _told(_count_or_404(count_number))


@bp.post("/counts/<count_number>/posting")
@token_guard("stock:write")
@Operation(
    summary="Correct the stock by what was counted",
    body=forms.CountStep,
    gives={200: forms.Count},
    problems=("OM145", "OM146", "OM147", *_STEP),
    once=True,
)
def post(count_number: str, body: forms.CountStep) -> tuple[int, forms.Count]:
    call("inventory.post_count", p_count_id=_count_or_404(count_number).id, p_version=body.version)
    return 200, _told(_count_or_404(count_number))


@bp.delete("/counts/<count_number>")
@token_guard("stock:write")
@Operation(summary="Give a count up: the stock stays as it is", gives={200: forms.Count}, problems=_STEP)
def cancel(count_number: str) -> forms.Count:
    call("inventory.cancel_count", p_count_id=_count_or_404(count_number).id)
    return _told(_count_or_404(count_number))


def _count_or_404(count_number: str) -> Row[Any]:
    return found.count(count_number) or abort(404)


def _told(row: Row[Any]) -> forms.Count:
    differences = None
    if row.p_more is not None:
        value = Money.of(row.p_value_minor, row.currency)
        differences = forms.Differences(
            more=row.p_more, fewer=row.p_fewer, value=value, needs_approval=row.p_needs_approval
        )
    href = url_for("api.counts.show", count_number=row.number, _external=True)
    return outgoing.filled(forms.Count, row, differences=differences, href=href)
