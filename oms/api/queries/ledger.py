"""What the API reads of the ledger of stock, and of pools."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import rows


def movements(start: Start, limit: int, sku: str | None, location: str | None) -> list[Row[Any]]:
    (movement_id,) = start or (0,)
    return rows(
        """
        select m.*, v.sku, w.code as location
        from inventory.movements as m
        join catalog.variants as v on v.id = m.variant_id
        join inventory.locations as w on w.id = m.location_id
        where m.id > :movement_id and (cast(:sku as text) is null or v.sku = :sku)
            and (cast(:location as text) is null or w.code = :location)
        order by m.id limit :limit""",
        movement_id=movement_id,
        sku=sku,
        location=location,
        limit=limit + 1,
    )


def pooled(sku: str | None = None) -> list[str]:
    """The SKUs that are sold from pools; that one, if it is."""
    found = rows(
        "select v.sku from inventory.pools as p join catalog.variants as v on v.id = p.variant_id"
        " where v.sku = coalesce(:sku, v.sku) order by v.sku",
        sku=sku,
    )
    return [variant.sku for variant in found]
