"""What the pages of lots read. Row-level security leaves out the lots and levels of other locations."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows
from oms.web import search

_MOST = 100
_LOT = """
    select t.id, t.variant_id, t.code, t.is_serial, t.expires_on, t.recalled_at, t.recall_reason, v.sku, p.title,
        v.title as variant, coalesce(t.expires_on < db.now()::date, false) as is_expired
    from inventory.lots as t join catalog.variants as v on v.id = t.variant_id join catalog.products as p on p.id = v.product_id"""
_LEVEL = """
    select t.id, t.code, t.is_serial, t.expires_on, t.recalled_at, x.location_id, o.name, x.on_hand, x.reserved, x.unavailable,
        coalesce(t.expires_on < (db.now() at time zone o.time_zone)::date, false) as is_expired
    from inventory.lot_levels as x
    join inventory.lots as t on t.id = x.lot_id
    join inventory.locations as o on o.id = x.location_id"""


def found(q: str) -> list[Row[Any]]:
    """Lots by their number or SKU; those that expire first come first."""
    sql = _LOT + " where t.code ilike :part or v.sku ilike :part order by t.expires_on, t.id desc limit :most"
    return rows(sql, part=search.part(q), most=_MOST)


def lot(lot_id: int) -> Row[Any] | None:
    return row(_LOT + " where t.id = :lot_id", lot_id=lot_id)


def levels(lot_id: int) -> list[Row[Any]]:
    """A lot wherever it is or was."""
    return rows(_LEVEL + " where t.id = :lot_id order by o.priority, o.name", lot_id=lot_id)


def of_variant(variant_id: int) -> list[Row[Any]]:
    """What there is of a SKU, by lot, in the order in which it is sent."""
    sql = _LEVEL + (
        " where x.variant_id = :variant_id and x.on_hand > 0"
        " order by o.priority, o.name, t.expires_on nulls last, t.id limit :most"
    )
    return rows(sql, variant_id=variant_id, most=_MOST)


def level(lot_id: int, variant_id: int, location_id: int) -> Row[Any] | None:
    """A lot of a SKU at a location."""
    sql = _LEVEL + " where t.id = :lot_id and x.variant_id = :variant_id and x.location_id = :location_id"
    return row(sql, lot_id=lot_id, variant_id=variant_id, location_id=location_id)


def transfers(lot_id: int) -> list[Row[Any]]:
    """The transfers that took units of a lot along, those still under way first, then the latest."""
    return rows(
        "select t.id, t.number, t.state, s.name as source, d.name as destination, t.sent_at,"
        " x.quantity, x.under_way, x.damaged, x.lost, x.surplus"
        " from inventory.transfer_lots as x join inventory.transfers as t on t.id = x.transfer_id"
        " join inventory.locations as s on s.id = t.source_id join inventory.locations as d on d.id = t.destination_id"
        " where x.lot_id = :lot_id and x.quantity + x.surplus > 0 order by x.under_way = 0, t.id desc limit :most",
        lot_id=lot_id,
        most=_MOST,
    )
