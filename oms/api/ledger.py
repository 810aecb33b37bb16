"""The ledger of stock, and what stood in stock when an order was taken."""

from flask import Blueprint, abort

from oms.api import named, outgoing, paging, queries
from oms.api.operations import Operation
from oms.api.queries import ledger as found
from oms.api.schemas import stock as forms
from oms.inventory import history
from oms.orders.queries import taken as taken_of
from oms.web import token_guard

bp = Blueprint("ledger", __name__)


@bp.get("/stock/movements")
@token_guard("stock:read")
@Operation(summary="List movements of stock", query=forms.MovementQuery, gives={200: forms.MovementList})
def movements(query: forms.MovementQuery) -> forms.MovementList:
    page = found.movements(paging.start(query, paging.number), query.limit, query.sku, query.location)
    return paging.listed(
        forms.MovementList,
        query,
        page,
        lambda movement: outgoing.filled(forms.Movement, movement, by=movement.actor_name),
        ("id",),
    )


@bp.get("/orders/<order_id>/stock")
@token_guard("stock:read")
@Operation(summary="Say what stood in stock when an order was taken", gives={200: forms.StockOfOrder})
def stock_of_order(order_id: str) -> forms.StockOfOrder:
    order = named.order(order_id)
    taken = taken_of(order.id) or abort(404)
    variant_ids = sorted({line.variant_id for line in queries.order_lines(order.id) if line.variant_id})
    levels = history.before(variant_ids, taken.occurred_at, taken.transaction_id)
    return forms.StockOfOrder(
        taken_at=taken.occurred_at,
        data=[
            outgoing.filled(forms.StockLevel, level, location=level.code, updated_at=level.since) for level in levels
        ],
    )
