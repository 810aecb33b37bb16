"""What the API reads of counts. While one is open nothing is asked of the books: whoever counts, counts blind."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import row, rows

_COUNT = """
    select c.*, o.code as location, u.skus, u.counted, d.*, s.currency
    from inventory.counts as c
    join inventory.locations as o on o.id = c.location_id
    cross join db.shop as s
    cross join lateral (
        select count(*) as skus, count(l.counted) as counted from inventory.count_lines as l where l.count_id = c.id
    ) as u
    left join lateral inventory.count_differences(c.id) as d on c.state in ('review', 'approved', 'posted')"""


def counts(start: Start, limit: int, state: str | None, location: str | None) -> list[Row[Any]]:
    (count_id,) = start or (0,)
    where = """
        where c.id > :count_id and (cast(:state as text) is null or c.state = :state)
            and (cast(:location as text) is null or o.code = :location)
        order by c.id limit :limit"""
    return rows(_COUNT + where, count_id=count_id, state=state, location=location, limit=limit + 1)


def count(number: str) -> Row[Any] | None:
    return row(_COUNT + " where c.number = :number", number=number)


def lines(count_id: int, start: Start, limit: int, *, different: bool) -> list[Row[Any]]:
    (variant_id,) = start or (0,)
    return rows(
        """
        select l.variant_id, v.sku, l.counted, l.was_disturbed, l.counted_by, l.counted_at,
            case when c.state <> 'open' and l.counted is not null then l.on_hand end as on_hand,
            case when c.state <> 'open' then l.variance end as difference
        from inventory.count_lines as l
        join inventory.counts as c on c.id = l.count_id
        join catalog.variants as v on v.id = l.variant_id
        where l.count_id = :count_id and l.variant_id > :variant_id
            and (not :different or c.state <> 'open' and l.variance <> 0)
        order by l.variant_id limit :limit""",
        count_id=count_id,
        variant_id=variant_id,
        different=different,
        limit=limit + 1,
    )
