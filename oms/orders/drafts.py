"""The orders that people have begun to take, and what is held for them."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value

# held: how many of its units; held_until: null where nothing is held (any more); available: how many of what it could hold
# there would be now.
_SHOWN = """
select d.*, h.expires_at as held_until, n.units, n.available, coalesce(k.units, 0) as held
from orders.drafts as d
left join inventory.holds as h on h.key = d.key and h.state = 'active' and h.expires_at > db.now()
left join lateral (
    select sum(k.quantity) as units from jsonb_to_recordset(d.held) as k (quantity int) where h.id is not null
) as k on true
cross join lateral (
    select coalesce(sum(l.quantity), 0) as units, coalesce(sum(least(l.quantity, s.available)), 0) as available
    from (
        select n.sku, sum(n.quantity) as quantity from jsonb_to_recordset(d.lines) as n (sku text, quantity int) group by n.sku
    ) as l
    join catalog.variants as v on v.sku = l.sku and v.requires_shipping
    cross join lateral (
        select coalesce(sum(greatest(a.available, 0)), 0) as available
        from (
            select s.location_id, s.available from inventory.stock as s where s.variant_id = v.id
            union all select k.location_id, k.available from inventory.kit_levels(v.id) as k
        ) as a
        join inventory.locations as p on p.id = a.location_id and p.is_active
    ) as s
) as n
where d.discarded_at is null"""


def count() -> int:
    return int(value("select count(*) from orders.drafts as d where d.discarded_at is null"))


def every() -> list[Row[Any]]:
    """All of them, what was saved last first."""
    return rows(f"{_SHOWN} order by d.saved_at desc, d.id desc")


def draft(draft_id: int) -> Row[Any] | None:
    return row(f"{_SHOWN} and d.id = :id", id=draft_id)


def of_key(key: str) -> Row[Any] | None:
    return row(f"{_SHOWN} and d.key = :key", key=key)


def held(key: str) -> dict[str, int]:
    """How many of each SKU are held for a draft."""
    found = rows(
        "select v.sku, k.quantity from orders.drafts as d"
        " join inventory.holds as h on h.key = d.key and h.state = 'active' and h.expires_at > db.now()"
        " cross join jsonb_to_recordset(d.held) as k (variant_id bigint, quantity int)"
        " join catalog.variants as v on v.id = k.variant_id where d.key = :key",
        key=key,
    )
    return {line.sku: line.quantity for line in found}
