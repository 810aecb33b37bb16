"""What the pages of transfers read. Row-level security shows confined staff those from and to their own locations."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value

PAGE = 50
CHOICES = 20  # lots of a SKU to choose from; any other is scanned
# Tab -> the states on it.
TABS: dict[str, tuple[str, ...]] = {
    "under-way": ("in_transit", "partially_received"),
    "to-send": ("draft", "ready"),
    "done": ("received", "canceled"),
}
_TRANSFER = """
    select t.*, s.name as source, s.code as source_code, d.name as destination, d.code as destination_code,
        db.sees_all() or t.source_id = any(db.locations()) as is_source_mine,
        db.sees_all() or t.destination_id = any(db.locations()) as is_destination_mine,
        u.skus, u.units, u.sent, u.accounted, u.trouble
    from inventory.transfers as t
    join inventory.locations as s on s.id = t.source_id
    join inventory.locations as d on d.id = t.destination_id
    cross join lateral (
        select count(*) as skus, coalesce(sum(l.quantity), 0) as units, coalesce(sum(l.sent), 0) as sent,
            coalesce(sum(l.sent - l.under_way), 0) as accounted, coalesce(sum(l.damaged + l.lost + l.surplus), 0) as trouble
        from inventory.transfer_lines as l where l.transfer_id = t.id
    ) as u
"""

_LOTS = """
    select x.*, t.code, t.expires_on, t.is_serial
    from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id
    where x.transfer_id = :id and x.quantity + x.surplus > 0
    order by x.under_way = 0, t.expires_on nulls last, t.id"""
_CHOICES = """
    select * from (
        select t.variant_id, t.code, t.expires_on, t.is_serial, coalesce(c.chosen, 0) as chosen,
            coalesce(x.on_hand - x.reserved - x.unavailable, 0) as free,
            row_number() over (partition by t.variant_id order by c.chosen desc nulls last, t.expires_on nulls last, t.id) as n
        from inventory.transfer_lines as l join inventory.lots as t on t.variant_id = l.variant_id
        left join inventory.lot_levels as x on x.lot_id = t.id and x.location_id = :source_id
        left join inventory.transfer_lots as c on c.lot_id = t.id and c.transfer_id = l.transfer_id
        where l.transfer_id = :id and (c.chosen > 0 or x.on_hand > x.reserved + x.unavailable)
    ) as choices where n <= :most order by n"""


def page_of(tab: str, location_id: int | None, before: int | None) -> list[Row[Any]]:
    """The transfers on a tab, newest first, one more than fits."""
    return rows(
        _TRANSFER + " where t.state = any(:states) and t.id < coalesce(:before, t.id + 1)"
        " and (cast(:location_id as int) is null or :location_id in (t.source_id, t.destination_id))"
        f" order by t.id desc limit {PAGE + 1}",
        states=list(TABS[tab]),
        location_id=location_id,
        before=before,
    )


def counts(location_id: int | None) -> dict[str, int]:
    """How many there are on each tab, without what is done."""
    found = rows(
        "select t.state, count(*) as transfers from inventory.transfers as t"
        " where t.state = any(:states) and (cast(:location_id as int) is null or :location_id in (t.source_id, t.destination_id))"
        " group by t.state",
        states=[*TABS["under-way"], *TABS["to-send"]],
        location_id=location_id,
    )
    by_state = {counted.state: counted.transfers for counted in found}
    return {tab: sum(by_state.get(state, 0) for state in TABS[tab]) for tab in ("under-way", "to-send")}


def transfer(transfer_id: int) -> Row[Any] | None:
    return row(_TRANSFER + " where t.id = :id", id=transfer_id)


def lines(transfer_id: int) -> list[Row[Any]]:
    """What is on a transfer, in the order of the shelves it is taken from, and what is still under way first."""
    return rows(
        "select l.*, v.sku, v.tracking, v.has_expiry, v.title as option, p.title, p.picture, s.bin, s.available, d.bin as bin_there,"
        " array(select b.code from catalog.barcodes as b where b.variant_id = v.id order by b.code) as barcodes"
        " from inventory.transfer_lines as l join inventory.transfers as t on t.id = l.transfer_id"
        " join catalog.variants as v on v.id = l.variant_id join catalog.products as p on p.id = v.product_id"
        " left join inventory.stock as s on s.variant_id = l.variant_id and s.location_id = t.source_id"
        " left join inventory.stock as d on d.variant_id = l.variant_id and d.location_id = t.destination_id"
        " where l.transfer_id = :id order by l.sent > 0 and l.under_way = 0, s.bin, v.sku",
        id=transfer_id,
    )


def lots(transfer: Row[Any]) -> dict[int, list[Row[Any]]]:
    """Which lots of each SKU go or went along, what expires first first; of a draft, which could."""
    sql = _CHOICES if transfer.state == "draft" else _LOTS
    found: dict[int, list[Row[Any]]] = {}
    for lot in rows(sql, id=transfer.id, source_id=transfer.source_id, most=CHOICES):
        found.setdefault(lot.variant_id, []).append(lot)
    return found


def receipts(transfer_id: int) -> list[Row[Any]]:
    """What became of its units, the last word first."""
    return rows(
        "select r.*, v.sku, array(select t.code || case when x.quantity > 1 then ' × ' || x.quantity else '' end"
        " from inventory.transfer_receipt_lots as x join inventory.lots as t on t.id = x.lot_id"
        " where x.receipt_id = r.id order by t.code) as lots,"
        " exists (select from inventory.transfer_receipts as u where u.undoes_id = r.id) as is_undone"
        " from inventory.transfer_receipts as r join catalog.variants as v on v.id = r.variant_id"
        " where r.transfer_id = :id and r.undoes_id is null order by r.id desc",
        id=transfer_id,
    )


def places() -> list[Row[Any]]:
    """Where goods may go and come from: any location, whoever asks."""
    return rows("select id, name from inventory.locations where is_active order by priority, name")


def sku_of(receipt_id: int) -> str | None:
    return value(
        "select v.sku from inventory.transfer_receipts as r join catalog.variants as v on v.id = r.variant_id where r.id = :id",
        id=receipt_id,
    )
