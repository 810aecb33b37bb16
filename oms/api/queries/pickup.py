"""What the API reads of the stores where customers collect."""

import json
from typing import Any

from sqlalchemy import Row

from oms.db import rows


def pickup_stores(
    lines: list[dict[str, int]], point: tuple[float, float], most: int, *, only_available: bool
) -> list[Row[Any]]:
    """Stores that could have these lines ready for pickup, the nearest first."""
    return rows(
        """
        select a.*, o.code as location, o.name, o.line1, o.postal_code, o.city, o.country_code as country, o.phone, o.hours,
            o.time_zone
        from routing.pickup_availability(cast(:lines as jsonb), :latitude, :longitude, :most, :only_available) with ordinality as a
        join inventory.locations as o on o.id = a.location_id order by a.ordinality""",
        lines=json.dumps(lines),
        latitude=point[0],
        longitude=point[1],
        most=most,
        only_available=only_available,
    )
