"""What the API reads of the changes of orders."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import row, rows

_CHANGE = """
    select c.*, p.code as location,
        (select coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'quantity', n.quantity) order by l.position), '[]')
         from jsonb_to_recordset(c.wanted -> 'cancel') as n (line_id bigint, quantity int)
         join orders.lines as l on l.id = n.line_id) as canceled
    from orders.changes as c left join inventory.locations as p on p.id = (c.wanted #>> '{delivery,location_id}')::int
    where c.order_id = :order_id"""


def changes(order_id: int, start: Start, limit: int) -> list[Row[Any]]:
    """The changes that anybody has worked out, oldest first."""
    (change_id,) = start or (0,)
    after = " and c.id > :change_id order by c.id limit :limit"
    return rows(_CHANGE + after, order_id=order_id, change_id=change_id, limit=limit + 1)


def change(order_id: int, change_id: int) -> Row[Any] | None:
    return row(_CHANGE + " and c.id = :change_id", order_id=order_id, change_id=change_id)
