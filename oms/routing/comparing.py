"""What other rules come to, beside what was decided: in words and in shares that can be drawn."""

from collections.abc import Callable
from typing import Any, NamedTuple

from babel import numbers
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from oms.routing import reasons
from oms.web.context import get_locale, shop
from oms.web.formats import money, percent, quantity

STATES = {
    "queued": (_l("Waiting"), "", "hollow"),
    "running": (_l("Running"), "info", "half"),
    "done": (_l("Done"), "good", "dot"),
    "failed": (_l("Failed"), "bad", "dot"),
    "canceled": (_l("Canceled"), "", "hollow"),
}

SHARES = {"kept"}  # of these more is better; what they change by is told in points only


class Measure(NamedTuple):
    """One measure on both sides; `share` of the longest bar, below zero where it is less."""

    label: str
    was: str
    would: str
    change: str
    relative: str
    tone: str
    share: float


class Difference(NamedTuple):
    """A decision that would have been another one."""

    reference: str
    decided_at: Any
    was: str
    would: str
    cost: str
    parcels: str
    days: str
    why: str


def measures(results: dict[str, Any]) -> list[Measure]:
    """What both sides come to; nothing where nothing was decided."""
    was, would = results["was"], results["would"]
    if not was:
        return []
    told: list[tuple[str, str, Callable[[Any], str]]] = [
        ("cost_minor", _("Shipping and handling"), _money),
        ("parcels", _("Parcels"), quantity),
        ("splits", _("Orders in several parcels"), quantity),
        ("distance_km", _("Distance"), _distance),
        ("days", _("Days until the last parcel arrives"), _days),
        ("unfilled", _("Units that had to wait"), quantity),
        ("kept", _("Promises kept"), percent),
    ]
    told = [measure for measure in told if measure[0] in was]  # an older simulation knows less
    relative = {name: _relative(was[name], would[name]) for name, _label, _shown in told}
    longest = max(*(abs(share) for share in relative.values() if share is not None), 0.05, 0.05)
    return [
        Measure(
            label,
            shown(was[name]) if was[name] is not None else "–",
            shown(would[name]) if would[name] is not None else "–",
            _signed(would[name] - was[name], shown) if None not in (was[name], would[name]) else "",
            _signed(relative[name] or 0, percent) if relative[name] and name not in SHARES else "",
            _tone(((would[name] or 0) - (was[name] or 0)) * (-1 if name in SHARES else 1)),
            (relative[name] or 0) / longest,
        )
        for name, label, shown in told
    ]


def difference(found: Any) -> Difference:
    was, would = found.was["measures"], found.would["measures"]
    return Difference(
        found.reference,
        found.decided_at,
        _from(found.was),
        _from(found.would),
        _signed(_cost(would) - _cost(was), _money),
        _signed(would["parcels"] - was["parcels"], quantity),
        _signed(would["days"] - was["days"], quantity) if None not in (was["days"], would["days"]) else "",
        _why(found.was, found.would),
    )


def _why(was: dict[str, Any], would: dict[str, Any]) -> str:
    """Why not where it really came from; and where it came from there too, what else counted."""
    left = {place["id"]: place for place in _chosen(was)}
    kept = {place["id"] for place in _chosen(would)}
    if not would["allocations"] and not would["unfilled"]:
        return _("All of it would have been sent before.")
    thought = [place for place in would["considered"] if place["id"] in left and place["id"] not in kept]
    if not thought:
        thought = [place for place in would["considered"] if place["id"] in kept] or would["considered"]
    return " ".join(f"{place['name']}: {reasons.reason(place).text}" for place in thought[:2])


def _chosen(result: dict[str, Any]) -> list[dict[str, Any]]:
    return [place for place in result["considered"] if place["verdict"] == "chosen"]


def _from(result: dict[str, Any]) -> str:
    names = [place["name"] for place in _chosen(result)]
    waiting = [_("%(count)s waiting", count=quantity(result["unfilled"]))] if result["unfilled"] else []
    return ", ".join(names + waiting) or _("Nothing to send")


def _cost(measures: dict[str, Any]) -> int:
    """In money; what the rules make of a split is none."""
    return int(measures["shipping_minor"] + measures["handling_minor"])


def _relative(was: float | None, would: float | None) -> float | None:
    return None if not was or would is None else (would - was) / was


def _signed(change: float, shown: Callable[[Any], str]) -> str:
    return f"+{shown(change)}" if change > 0 else shown(change) if change else "±0"


def _tone(change: float) -> str:
    return "good" if change < 0 else "bad" if change > 0 else ""


def _money(minor: int) -> str:
    return money(minor, shop().currency)


def _distance(km: int) -> str:
    return _("%(distance)s km", distance=quantity(km))


def _days(days: float) -> str:
    return str(numbers.format_decimal(days, "0.00", locale=get_locale()))
