"""What stock was at a past moment: for each level one look-up in its history, from the newest backwards."""

# ruff: noqa: S608 - what is put into these queries are the constants below

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from oms.db import rows

_STOOD = """
    select v.sku, p.title, v.title as variant, o.code, o.name, h.on_hand, h.reserved, h.held, h.safety, h.unavailable, h.incoming,
        h.on_hand - h.reserved - h.safety - h.unavailable as available, h.since
    from catalog.variants as v
    join catalog.products as p on p.id = v.product_id
    cross join inventory.locations as o"""
_NEWEST = """
    cross join lateral (
        select k.* from inventory.level_history as k
        where k.variant_id = v.id and k.location_id = o.id and {past}
        order by k.since desc, k.id desc limit 1
    ) as h
    where v.id = any(:variant_ids)
    order by v.sku, o.priority, o.name"""
AS_OF = _STOOD + _NEWEST.format(past="k.since <= :at")
# A placement lasts no minute, so its own first change of a level, if it has one, is among those of the next minute.
_BEFORE = (
    _STOOD
    + """
    left join lateral (
        select k.since, k.id from inventory.level_history as k
        where k.variant_id = v.id and k.location_id = o.id and k.transaction_id = cast(:transaction_id as xid8)
            and k.since >= :at and k.since < :at + interval '1 minute'
        order by k.since, k.id limit 1
    ) as own on true"""
    + _NEWEST.format(past="(k.since, k.id) < (coalesce(own.since, :at), coalesce(own.id, 9223372036854775807))")
)


def as_of(variant_id: int, at: datetime) -> list[Row[Any]]:
    """A SKU's levels as they stood at a moment, wherever the reader may see them and there were any."""
    return rows(AS_OF, variant_ids=[variant_id], at=at)


def before(variant_ids: list[int], at: datetime, transaction_id: str) -> list[Row[Any]]:
    """The levels of these SKUs as a transaction found them that began then, before anything it did itself."""
    return rows(_BEFORE, variant_ids=variant_ids, at=at, transaction_id=transaction_id)
