"""Lots and serial numbers: which SKUs have them, where they are, who got them, and their recall."""

from flask import Blueprint

from oms.api import named, outgoing, paging, queries
from oms.api.operations import Operation
from oms.api.problems import invalid
from oms.api.schemas import lots as forms
from oms.db import call
from oms.orders import recalls
from oms.web import token_guard

bp = Blueprint("lots", __name__)


@bp.get("/lots")
@token_guard("stock:read")
@Operation(summary="List lots and serial numbers", query=forms.LotQuery, gives={200: forms.LotList})
def index(query: forms.LotQuery) -> forms.LotList:
    found = queries.lots(paging.start(query, paging.number), query.limit, query.sku, query.code)
    return paging.listed(forms.LotList, query, found, outgoing.lot, ("id",))


@bp.get("/lots/orders")
@token_guard("orders:read")
@Operation(summary="Who got a lot", query=forms.NamedLot, gives={200: forms.Holders})
def orders(query: forms.NamedLot) -> forms.Holders:
    """Every order that received units of it, or holds some, with its customer."""
    return forms.Holders(data=[outgoing.holder(found) for found in recalls.holders(_lot_id(query))])


@bp.post("/lots/recalls")
@token_guard("stock:write")
@Operation(
    summary="Recall a lot",
    body=forms.Recall,
    gives={200: forms.Recalled},
    problems=("OM128",),
    once=True,
    everywhere=True,
)
def recall(body: forms.Recall) -> tuple[int, forms.Recalled]:
    lot_id = _lot_id(body)
    return 200, forms.Recalled(**call("fulfillment.replace_lot", p_lot_id=lot_id, p_reason=body.reason))


@bp.post("/lots/tracking")
@token_guard("stock:write")
@Operation(
    summary="Say how the units of a SKU are told apart",
    body=forms.Tracking,
    gives={200: forms.Tracking},
    problems=("OM122", "variants_expiry_needs_lots"),
    once=True,
    everywhere=True,
)
def track(body: forms.Tracking) -> tuple[int, forms.Tracking]:
    variant_id = named.variant_id(body.sku, "/sku")
    call("catalog.set_tracking", p_variant_id=variant_id, p_tracking=body.tracking, p_has_expiry=body.has_expiry)
    return 200, body


def _lot_id(named: forms.NamedLot) -> int:
    found = queries.lot_id(named.sku, named.code)
    if found is None:
        raise invalid({"pointer": "/code", "code": "unknown_lot", "message": "There is no such lot of this SKU."})
    return found
