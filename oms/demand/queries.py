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
    """Who waits for a SKU that no location has."""
    return rows(
        "select r.reference, sum(l.unrouted + l.backordered)::int as quantity, min(r.created_at) as created_at"
        " from demand.lines as l join demand.requests as r on r.id = l.request_id"
        " where l.variant_id = :variant_id and l.unrouted + l.backordered > 0 and not r.is_canceled"
        " group by r.id, r.reference order by min(r.created_at) limit :most",
        variant_id=variant_id,
        most=_MOST,
    )
