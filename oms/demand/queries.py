"""What the pages of demand read."""

from typing import Any

from sqlalchemy import Row

from oms.db import rows

_MOST = 200


def reservations(variant_id: int, location_id: int) -> list[Row[Any]]:
    """Who the reserved stock of a SKU at a location is for, the oldest promise first."""
    return rows(
        "select a.id, a.quantity, a.state, a.created_at, r.reference, r.method, r.service, r.wanted_at"
        " from demand.allocations as a"
        " join demand.lines as l on l.id = a.line_id join demand.requests as r on r.id = l.request_id"
        " where a.variant_id = :variant_id and a.location_id = :location_id and a.state in ('allocated', 'released')"
        " order by a.created_at, a.id limit :most",
        variant_id=variant_id,
        location_id=location_id,
        most=_MOST,
    )


def waiting(variant_id: int) -> list[Row[Any]]:
    """Who waits for a SKU that no location has, in order of promise."""
    return rows(
        "select r.reference, sum(l.unrouted + l.backordered)::int as quantity, min(r.created_at) as created_at,"
        " max(demand.promised_on(l.id)) as promised_on"
        " from demand.lines as l join demand.requests as r on r.id = l.request_id"
        " where l.variant_id = :variant_id and l.unrouted + l.backordered > 0 and not r.is_canceled"
        " group by r.id, r.reference, r.wanted_at order by 4 nulls last, r.wanted_at, r.id limit :most",
        variant_id=variant_id,
        most=_MOST,
    )


def promises(incoming_id: int) -> list[Row[Any]]:
    """Who an expected delivery is promised to, in order of promise; no reference: an order that the reader does not see."""
    return rows(
        "select r.reference, v.sku, p.quantity, p.promised_on, p.first_promised_on, p.state, p.promised_on < db.today() as is_late"
        " from demand.pegs as p join inventory.incoming_lines as n on n.id = p.incoming_line_id"
        " left join demand.lines as l on l.id = p.line_id left join demand.requests as r on r.id = l.request_id"
        " join catalog.variants as v on v.id = p.variant_id"
        " where n.incoming_id = :id and p.state <> 'released'"
        " order by p.promised_on, r.wanted_at, p.line_id, p.id limit :most",
        id=incoming_id,
        most=_MOST,
    )


def atp(variant_id: int, location_id: int | None = None) -> list[Row[Any]]:
    """What can be promised from which day on (demand.atp)."""
    return rows(
        "select day, quantity from demand.atp(:variant_id, :location_id)",
        variant_id=variant_id,
        location_id=location_id,
    )


def backorder_terms(variant_id: int) -> list[Row[Any]]:
    """How far beyond its stock a SKU is sold, by channel; '' is every other channel."""
    return rows("select * from demand.backorder_terms where variant_id = :id order by channel", id=variant_id)
