"""What stood in stock when an order was taken."""

from flask import abort
from werkzeug import Response

from oms.inventory import history
from oms.orders import queries
from oms.orders.routes import bp, order_or_404
from oms.web import guard, page


@bp.get("/orders/<number>/stock")
@guard("stock.view")
def stock(number: str) -> Response:
    """Each of its SKUs at each location, just before it reserved any."""
    order = order_or_404(number)
    taken = queries.taken(order.id) or abort(404)
    variant_ids = sorted({line.variant_id for line in queries.lines(order.id) if line.variant_id})
    levels = history.before(variant_ids, taken.occurred_at, taken.transaction_id)
    return page("orders/stock.html", order=order, taken=taken, levels=levels)
