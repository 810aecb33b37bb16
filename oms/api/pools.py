"""Which SKUs are sold from pools."""

from flask import Blueprint

from oms.api import named
from oms.api.operations import Operation
from oms.api.queries.ledger import pooled
from oms.api.schemas import stock as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("pools", __name__)


@bp.get("/stock/pools")
@token_guard("stock:read")
@Operation(summary="List the SKUs that are sold from pools", gives={200: forms.PoolList})
def index() -> forms.PoolList:
    return forms.PoolList(data=[forms.Pool(sku=sku, pooled=True) for sku in pooled()])


@bp.put("/stock/pools")
@token_guard("products:write")
@Operation(
    summary="Sell a SKU from pools, or no longer",
    body=forms.Pool,
    gives={200: forms.Pool},
    problems=("OM126", "OM132"),
    everywhere=True,
)
def save(body: forms.Pool) -> forms.Pool:
    variant_id = named.variant_id(body.sku, "/sku")
    if body.pooled:
        call("inventory.pool", p_variant_id=variant_id)
    else:
        call("inventory.unpool", p_variant_id=variant_id)
    return forms.Pool(sku=body.sku, pooled=bool(pooled(body.sku)))
