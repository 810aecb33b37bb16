"""What the API reads of what happened to an order."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import rows


def events(order_id: int, request_id: int, start: Start, limit: int, kind: str | None) -> list[Row[Any]]:
    """To the order, and to what it wants; in the form that its sentences take (see oms.orders.words)."""
    (event_id,) = start or (0,)
    return rows(
        """
        select e.id, e.type, e.data, e.occurred_at, e.actor_name, p.name as place, p.code as location,
            array(select l.name from inventory.locations as l
                  where l.code in (select jsonb_array_elements_text(e.data -> 'locations'))
                      and (db.sees_all() or l.id = any(db.locations())) order by l.name) as places
        from history.events as e left join inventory.locations as p on p.id = e.location_id
        where (e.subject, e.subject_id) in (('order', :order_id), ('demand', :request_id)) and e.id > :event_id
            and (cast(:kind as text) is null or e.type = :kind)
        order by e.id limit :limit""",
        order_id=order_id,
        request_id=request_id,
        event_id=event_id,
        kind=kind,
        limit=limit + 1,
    )
