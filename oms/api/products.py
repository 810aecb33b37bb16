"""Products: read, create, change."""

import re
from typing import Any

from flask import Blueprint, abort, request
from sqlalchemy import Row

from oms.api import incoming, outgoing, paging, queries
from oms.api.operations import Operation, sent
from oms.api.problems import Problem, invalid
from oms.api.schemas import products as forms
from oms.db import call, transaction
from oms.web import token_guard

_HANDLE = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")

bp = Blueprint("products", __name__)


@bp.get("/products")
@token_guard("products:read")
@Operation(summary="List products", query=forms.ProductQuery, gives={200: forms.ProductList})
def index(query: forms.ProductQuery) -> forms.ProductList:
    start = paging.start(query, paging.moment, paging.number)
    found = queries.products(start, query.limit, query.sku, query.updated_after)
    return paging.listed(forms.ProductList, query, found, outgoing.product, ("updated_at", "id"))


@bp.get("/products/<handle>")
@token_guard("products:read")
@Operation(summary="Get a product", gives={200: forms.Product})
def show(handle: str) -> forms.Product:
    return outgoing.product(_product(handle) or abort(404))


@bp.put("/products/<handle>")
@token_guard("products:write")
@Operation(
    summary="Create or change a product",
    body=forms.ProductIn,
    gives={200: forms.Product, 201: forms.Product},
    problems=(
        "match-missing",
        "match-failed",
        "OM102",
        "OM150",
        "OM151",
        "OM152",
        "OM153",
        "OM155",
        "OM156",
        "OM157",
        "OM158",
        "OM409",
        "barcodes_pkey",
        "kit_components_not_itself",
        "substitutes_not_itself",
    ),
    matched=True,
)
def save(handle: str, body: forms.ProductIn) -> tuple[int, forms.Product]:
    with transaction():
        before = _product(handle)
        _require_match(handle, before)
        # Nobody saved it before the beginning of time: where it should be new, what exists by now has changed meanwhile.
        seen = before.updated_at.isoformat() if before else "-infinity"
        call("catalog.save_product", p_product=incoming.product(handle, body), p_updated_at=seen)
        return 200 if before else 201, outgoing.product(_product(handle) or abort(404))


def _product(handle: str) -> Row[Any] | None:
    return None if "\0" in handle else queries.product(handle)


def _require_match(handle: str, before: Row[Any] | None) -> None:
    """What is there may be changed only by whoever saw it as it is."""
    if before is None:
        if not _HANDLE.fullmatch(handle):
            message = "A handle has small letters, digits and hyphens."
            raise invalid({"parameter": "handle", "code": "bad_handle", "message": message})
        if request.if_match:
            raise Problem("match-failed")
        return
    if not request.if_match:
        raise Problem("match-missing")
    etag, _ = sent(outgoing.product(before)).get_etag()
    if not request.if_match.contains(etag or ""):
        raise Problem("match-failed")
