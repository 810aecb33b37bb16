"""Who got units of a lot, or is about to."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from oms.db import rows
from oms.web import spreadsheet

_COLUMNS = ("number", "state", "quantity", "location", "name", "email", "phone", "language")


def holders(lot_id: int) -> list[Row[Any]]:
    """The orders that units of a lot went to or are reserved for, the latest first, with their customers."""
    return rows(
        """
        select o.number, sum(x.quantity)::int as quantity,
            case when a.state = 'consumed' then 'received' else 'reserved' end as state,
            p.name as location, p.code, coalesce(nullif(s.name, ''), c.name, '') as name, coalesce(c.email, '') as email,
            coalesce(nullif(c.phone, ''), s.phone, '') as phone, o.language, o.placed_at,
            (select f.number from fulfillment.orders as f join fulfillment.lines as l on l.order_id = f.id
             where l.allocation_id = min(a.id)) as work
        from demand.allocation_lots as x
        join demand.allocations as a on a.id = x.allocation_id and a.state in ('allocated', 'released', 'consumed')
        join demand.lines as l on l.id = a.line_id
        join orders.orders as o on o.request_id = l.request_id
        join inventory.locations as p on p.id = a.location_id
        left join customers.customers as c on c.id = o.customer_id
        left join customers.addresses as s on s.id = o.ship_to_id
        where x.lot_id = :lot_id
        group by o.id, p.id, c.id, s.id, a.state = 'consumed'
        order by o.id desc, a.state = 'consumed', p.name""",
        lot_id=lot_id,
    )


def contacts(lot_id: int) -> Iterator[str]:
    """The same as a file, to write to them."""
    return spreadsheet.lines(_COLUMNS, ([getattr(found, name) for name in _COLUMNS] for found in holders(lot_id)))
