"""What fulfillment should know of the goods it works on, which it may not ask orders for itself (oms/fulfillment/goods.py)."""

from collections.abc import Iterable

from flask import url_for

from oms.db import rows
from oms.fulfillment.goods import Substitute


def kits_of(demand_line_ids: Iterable[int]) -> dict[int, str]:
    """The title of the kit that a demand line is part of, where it is part of one."""
    found = rows(
        "select c.demand_line_id, l.title from orders.components as c join orders.lines as l on l.id = c.line_id"
        " join demand.lines as d on d.id = c.demand_line_id"
        " where c.demand_line_id = any(:ids) and d.variant_id <> l.variant_id",
        ids=list(demand_line_ids),
    )
    return {part.demand_line_id: part.title for part in found}


def substitutes_of(request_id: int) -> dict[int, list[Substitute]]:
    """What could be sent right away instead of what waits for stock, by demand line, the best first."""
    found = rows(
        "select c.demand_line_id, o.number, o.currency, f.* from orders.orders as o cross join orders.offers(o.id) as f"
        " join orders.components as c on c.line_id = f.line_id where o.request_id = :request_id and f.quantity > 0",
        request_id=request_id,
    )
    offered: dict[int, list[Substitute]] = {}
    for offer in found:
        href = url_for(
            "orders.substitution_new", number=offer.number, line=offer.line_id, substitute=offer.substitute_id
        )
        offered.setdefault(offer.demand_line_id, []).append(
            Substitute(offer.sku, offer.substitute, offer.quantity, offer.difference_minor, offer.currency, href)
        )
    return offered
