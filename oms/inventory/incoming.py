"""What is read of expected deliveries. Row-level security shows confined staff those of their own locations only."""

# ruff: noqa: S608 - what is put into these queries are the constants below

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows

PAGE = 50
SHOWN = ("open", "late", "done")
_DELIVERY = (
    "select i.*, o.name as place, o.code as location, n.skus, n.quantity, n.received, n.open,"
    " n.open > 0 and i.expected_on < db.today() as is_late"
    " from inventory.incoming as i join inventory.locations as o on o.id = i.location_id"
    " cross join lateral ("
    "   select count(*)::int as skus, sum(l.quantity)::int as quantity, sum(l.received)::int as received,"
    "     sum(l.open)::int as open from inventory.incoming_lines as l where l.incoming_id = i.id) as n"
)


def deliveries(shows: str, number: int) -> list[Row[Any]]:
    """One page of expected deliveries by the day they come, one more than fits; what is done by the day it changed."""
    return rows(
        f"select * from ({_DELIVERY}) as d"
        " where case :shows when 'open' then d.open > 0 when 'late' then d.is_late else d.open = 0 end"
        " order by case when :shows = 'done' then d.updated_at end desc, d.expected_on, d.id"
        f" limit {PAGE + 1} offset :past",
        shows=shows,
        past=(number - 1) * PAGE,
    )


def delivery(incoming_id: int) -> Row[Any] | None:
    """One expected delivery, if it is the reader's to see."""
    return row(f"{_DELIVERY} where i.id = :id", id=incoming_id)


def lines(incoming_id: int) -> list[Row[Any]]:
    """What a delivery brings."""
    return rows(
        "select l.*, v.sku, v.tracking, v.has_expiry, v.title as variant, p.title from inventory.incoming_lines as l"
        " join catalog.variants as v on v.id = l.variant_id join catalog.products as p on p.id = v.product_id"
        " where l.incoming_id = :id order by v.sku",
        id=incoming_id,
    )


def changes(incoming_id: int) -> list[Row[Any]]:
    """What happened to a delivery, newest first."""
    return rows(
        "select e.type, e.data, e.actor_name, e.occurred_at from history.events as e"
        " where e.subject = 'incoming' and e.subject_id = :id order by e.id desc",
        id=incoming_id,
    )


def coming(variant_id: int) -> list[Row[Any]]:
    """The deliveries that a SKU is expected in, the next one first."""
    return rows(
        "select i.id, i.reference, i.supplier, i.expected_on, i.expected_on < db.today() as is_late, o.name as place, l.open"
        " from inventory.incoming_lines as l join inventory.incoming as i on i.id = l.incoming_id"
        " join inventory.locations as o on o.id = i.location_id"
        " where l.variant_id = :variant_id and l.open > 0 order by i.expected_on, i.id limit :most",
        variant_id=variant_id,
        most=PAGE,
    )


def variant_ids(incoming_id: int) -> list[int]:
    """What a delivery brings, to look promises up by."""
    return [line.variant_id for line in lines(incoming_id)]
