"""What happened to the promises of an order, as sentences."""

from datetime import date
from typing import Any, NamedTuple

from flask_babel import format_date
from flask_babel import gettext as _

from oms.web.formats import quantity


class Told(NamedTuple):
    text: str
    icon: str
    tone: str
    note: str = ""


def told(kind: str, data: dict[str, Any]) -> Told:
    """`kind` is what comes after "promise."."""
    sku = data["sku"]
    match kind:
        case "made":
            return Told(_("%(sku)s promised for %(day)s", sku=sku, day=_day(data["to"])), "calendar", "info")
        case "moved":
            words = {"sku": sku, "day": _day(data["to"]), "before": _day(data["from"])}
            tone = "warn" if data["to"] > data["from"] else "good"
            return Told(
                _("%(sku)s promised for %(day)s instead of %(before)s", **words), "calendar", tone, data["reason"]
            )
        case "lost":
            words = {"sku": sku, "before": _day(data["from"])}
            return Told(_("%(sku)s can't be promised for %(before)s any more", **words), "calendar", "bad")
        case _:
            return Told(
                _("%(quantity)s × %(sku)s came in for it", quantity=quantity(data["quantity"]), sku=sku),
                "check",
                "good",
            )


def _day(text: str) -> str:
    return format_date(date.fromisoformat(text))
