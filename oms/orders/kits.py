"""Which kits the goods of a fulfillment order belong to, told to fulfillment, which does not know of orders."""

from collections.abc import Iterable

from oms.db import rows


def kits_of(demand_line_ids: Iterable[int]) -> dict[int, str]:
    """The title of the kit that a demand line is part of, where it is part of one."""
    found = rows(
        "select c.demand_line_id, l.title from orders.components as c join orders.lines as l on l.id = c.line_id"
        " join demand.lines as d on d.id = c.demand_line_id"
        " where c.demand_line_id = any(:ids) and d.variant_id <> l.variant_id",
        ids=list(demand_line_ids),
    )
    return {part.demand_line_id: part.title for part in found}
