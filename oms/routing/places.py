"""What routing misses of a location and how accurate it is, for the page of its settings, which stands below (app.extensions)."""

from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Row

from oms.routing import queries
from oms.web.formats import percent, quantity


def warnings(location: Row[Any]) -> list[str]:
    """What keeps it from being chosen well, and where more is given to it today than it ships."""
    if not (location.ships and location.is_active):
        return []
    taken = queries.taken_today(location.id)
    most = location.daily_shipments
    told = {
        _("It has no address: parcels can't be sent from here."): not (location.line1 and location.city),
        _("It has no coordinates, so no profile can tell how far it is from a customer."): location.latitude is None,
        _("It has no opening hours, so it is always taken as open."): not location.hours,
        _(
            "Shipments a day: at most %(most)s, but it has been given %(taken)s for today. They stay; no more come today.",
            most=quantity(most or 0),
            taken=quantity(taken),
        ): bool(most) and taken > (most or 0),
    }
    return [sentence for sentence, is_so in told.items() if is_so]


def accuracy(location: Row[Any]) -> str:
    """How much of what it was asked for it found; empty before anything was."""
    found = queries.accuracy(location.id)
    if found is None:
        return ""
    return _(
        "In the last 90 days it found %(found)s of %(asked)s units it was asked for, %(share)s.",
        found=quantity(found.asked - found.short),
        asked=quantity(found.asked),
        share=percent((found.asked - found.short) / found.asked),
    )
