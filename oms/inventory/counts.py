"""What the pages of counts read. While a count is open they don't ask for what the books say: whoever counts counts blind."""

from typing import Any

from sqlalchemy import Row

from oms.db import call, row, rows

PAGE = 50
_NEXT = 50
_LAST = 12
# Tab -> the states on it.
TABS: dict[str, tuple[str, ...]] = {
    "open": ("open",),
    "review": ("review", "approved"),
    "done": ("posted", "canceled"),
}
_COUNT = """
    select c.*, o.name as location, u.skus, u.counted
    from inventory.counts as c
    join inventory.locations as o on o.id = c.location_id
    cross join lateral (
        select count(*) as skus, count(l.counted) as counted from inventory.count_lines as l where l.count_id = c.id
    ) as u
"""
_LINE = """
    from inventory.count_lines as l
    join inventory.counts as c on c.id = l.count_id
    join catalog.variants as v on v.id = l.variant_id
    join catalog.products as p on p.id = v.product_id
    left join inventory.stock as s on s.variant_id = l.variant_id and s.location_id = c.location_id
    left join catalog.prices as r on r.variant_id = v.id and r.currency = (select h.currency from db.shop as h)
    where l.count_id = :id
"""
_WHAT = (
    "select l.variant_id, l.counted, l.counted_by, l.counted_at, v.sku, v.title as option, p.title, p.picture, s.bin"
)


def page_of(tab: str, location_id: int | None, before: int | None) -> list[Row[Any]]:
    """The counts on a tab, newest first, one more than fits."""
    return rows(
        _COUNT + " where c.state = any(:states) and c.id < coalesce(:before, c.id + 1)"
        " and c.location_id = coalesce(:location_id, c.location_id)"
        f" order by c.id desc limit {PAGE + 1}",
        states=list(TABS[tab]),
        location_id=location_id,
        before=before,
    )


def count(count_id: int) -> Row[Any] | None:
    return row(_COUNT + " where c.id = :id", id=count_id)


def still_to_count(count_id: int) -> list[Row[Any]]:
    """What nobody has counted yet, in the order of the shelves; the next of it."""
    return rows(_WHAT + _LINE + f" and l.counted is null order by s.bin, v.sku limit {_NEXT}", id=count_id)


def last_counted(count_id: int) -> list[Row[Any]]:
    """What was counted last."""
    return rows(
        _WHAT + _LINE + f" and l.counted is not null order by l.counted_at desc, v.sku limit {_LAST}", id=count_id
    )


def sheet(count_id: int) -> list[Row[Any]]:
    """All of it, in the order of the shelves."""
    return rows(_WHAT + _LINE + " order by s.bin, v.sku", id=count_id)


def differences(count_id: int) -> list[Row[Any]]:
    """Where shelf and books differ, the most valuable first; `is_blocked` where orders have been promised what isn't there."""
    return rows(
        _WHAT + ", l.on_hand, l.variance, l.was_disturbed, l.variance * r.amount_minor as value_minor,"
        " coalesce(s.reserved, 0) as reserved,"
        " coalesce(s.on_hand, 0) + l.variance < coalesce(s.reserved + s.unavailable, 0) as is_blocked"
        + _LINE
        + " and l.variance <> 0 order by abs(l.variance * r.amount_minor) desc nulls last, abs(l.variance) desc, v.sku",
        id=count_id,
    )


def found(count_id: int) -> Row[Any]:
    """What it comes to: p_more, p_fewer, p_value_minor, p_needs_approval."""
    return call("inventory.count_differences", p_count_id=count_id)
