"""Why an order's goods come from where they come from: one sentence for each location that was considered."""

from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row

from oms.web.formats import quantity


class Reason(NamedTuple):
    """What was thought of one location."""

    location: str
    text: str
    chosen: bool


class Chosen(NamedTuple):
    """What a location that was chosen does, and what that costs; what was not known is None."""

    name: str
    ships: int
    distance_km: int | None
    shipping_minor: int | None
    handling_minor: int
    carrier: str | None
    zone: str | None
    leaves_on: date | None
    arrives_on: date | None

    @classmethod
    def of(cls, place: dict[str, Any]) -> "Chosen":
        """`place` has what was known and what was thought of it, see orders.decisions."""
        handling, cost = place.get("handling_minor", 0), place.get("cost_minor")
        return cls(
            place["name"],
            place["ships"],
            place["distance_km"],
            None if cost is None else cost - handling,
            handling,
            place.get("carrier"),
            place.get("zone"),
            _day(place.get("leaves_on")),
            _day(place.get("arrives_on")),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def reasons(decision: Row[Any]) -> list[Reason]:
    """`decision` has `considered`, as routing.plan returns it."""
    return [reason(place) for place in decision.considered]


def reason(place: dict[str, Any]) -> Reason:
    return Reason(place["name"], _sentence(place), place["verdict"] == "chosen")


def _sentence(place: dict[str, Any]) -> str:
    verdict = place["verdict"]
    if verdict == "chosen":
        return _chosen(place)
    if verdict == "excluded":
        return _excluded(place["excluded"])
    if verdict == "less_stock":
        return _(
            "Not chosen: it has only %(covers)s of the %(wanted)s units.",
            covers=quantity(place["covers"]),
            wanted=quantity(place["wanted"]),
        )
    if verdict == "worse":
        return _worse(place)
    return {
        "no_stock": _("Not chosen: it has none of what was wanted available."),
        "as_good": _("Not chosen: another location is just as good."),
        "not_needed": _("Not chosen: other locations together are the better choice."),
    }[verdict]


def _worse(place: dict[str, Any]) -> str:
    """What it lost by."""
    if place["criterion"] == "nearest" and place["distance_km"] is not None:
        return _("Not chosen: it is farther away, %(distance)s.", distance=_distance(place))
    return {
        "own_stock": _("Not chosen: our own stock goes first."),
        "fewest_splits": _("Not chosen: it would take more parcels."),
        "cheapest": _("Not chosen: shipping from there costs more."),
        "nearest": _("Not chosen: how far away it is isn't known."),
        "fastest": _("Not chosen: it would arrive later."),
        "priority": _("Not chosen: as good, but it comes later in the order of preference."),
        "balance_stock": _("Not chosen: it has less left of it."),
        "keep_store_stock": _("Not chosen: the goods in the store stay on its shelves."),
        "supplier_cost": _("Not chosen: it is dearer there."),
        "most_accurate": _("Not chosen: goods could not be found there more often."),
    }[place["criterion"]]


def _chosen(place: dict[str, Any]) -> str:
    units = ngettext("%(count)s unit", "%(count)s units", place["ships"], count=quantity(place["ships"]))
    whole = place["ships"] == place["wanted"]
    if place["distance_km"] is None:
        return _("Chosen for all of it.") if whole else _("Chosen for %(units)s.", units=units)
    if whole:
        return _("Chosen: it has everything, %(distance)s away.", distance=_distance(place))
    return _("Chosen for %(units)s, %(distance)s away.", units=units, distance=_distance(place))


def _excluded(why: str) -> str:
    return {
        "not_the_pickup_place": _("Not considered: the customer collects somewhere else."),
        "does_not_ship": _("Not considered: it doesn't ship."),
        "does_not_serve_channel": _("Not considered: it doesn't serve this channel."),
        "rejected": _("Not considered again: it rejected this order before."),
        "short_picked": _("Not considered again: the goods could not be found there."),
        "no_capacity": _("Not considered: it ships no more orders on that day."),
        "no_dropshipping": _("Not considered: suppliers aren't to ship for us."),
        "kind_not_used": _("Not considered: the profile doesn't use locations of its kind."),
        "not_listed": _("Not considered: the profile doesn't list it."),
        "other_country": _("Not considered: it is in another country."),
        "too_far": _("Not considered: it is farther away than the profile allows."),
        "not_everything": _("Not considered: it hasn't everything, and the order isn't to be split."),
        "closed": _("Not considered: it is closed now."),
        "after_cutoff": _("Not considered: its cut-off has passed."),
    }[why]


def _distance(place: dict[str, Any]) -> str:
    return _("%(distance)s km", distance=quantity(place["distance_km"]))
