"""What the API reads of the work of locations."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import row, rows

# Who has rejected work sees it, but its order no more.
_WORK = """
    select f.id, f.number, f.request_id, f.method, f.state, f.due_at, f.updated_at, w.code as location, o.uid as order_uid,
        coalesce(r.service, '') as service, coalesce(not r.is_released and f.state <> 'planned', false) as is_on_hold,
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'sku', v.sku, 'title', concat_ws(' ', p.title, nullif(v.title, '')),
            'quantity', l.quantity, 'picked', l.picked, 'short', l.short, 'lots', (
                select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'quantity', x.quantity)
                    order by t.expires_on nulls last, t.id), '[]')
                from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id
                where x.allocation_id = l.allocation_id)) order by l.id), '[]')
         from fulfillment.lines as l join catalog.variants as v on v.id = l.variant_id
         join catalog.products as p on p.id = v.product_id where l.order_id = f.id) as lines,
        (select coalesce(jsonb_agg(jsonb_build_object('carrier', k.carrier, 'service', k.service,
            'tracking_number', k.tracking_number, 'tracking_url', k.tracking_url,
            'tracking_status', k.tracking_status) order by k.id), '[]')
         from fulfillment.packages as k where k.order_id = f.id and k.state <> 'voided') as packages
    from fulfillment.orders as f
    join inventory.locations as w on w.id = f.location_id
    left join demand.requests as r on r.id = f.request_id
    left join orders.orders as o on o.request_id = f.request_id"""


def works(start: Start, limit: int, **filters: Any) -> list[Row[Any]]:
    updated_at, work_id = start or ("-infinity", 0)
    where = """
        where (f.updated_at, f.id) > (cast(:start_updated_at as timestamptz), cast(:start_id as bigint))
            and f.updated_at > coalesce(:updated_after, timestamptz '-infinity')
            and (cast(:status as text[]) = '{}' or f.state = any (:status))
            and (cast(:method as text) is null or f.method = :method)
            and (cast(:location as text) is null or w.code = :location)
        order by f.updated_at, f.id limit :limit"""
    return rows(_WORK + where, start_updated_at=updated_at, start_id=work_id, limit=limit + 1, **filters)


def work(number: str) -> Row[Any] | None:
    return row(_WORK + " where f.number = :number", number=number)


def works_of(request_id: int) -> list[Row[Any]]:
    """The work on one order."""
    return rows(_WORK + " where f.request_id = :request_id order by f.id", request_id=request_id)
