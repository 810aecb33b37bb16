"""What happened to an expected delivery, as sentences."""

from datetime import date
from typing import Any

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy import Row


def told(change: Row[Any]) -> dict[str, Any]:
    """For ui.timeline."""
    text, icon = _sentence(change.type, change.data)
    note = change.data.get("reason", "")
    return {"text": text, "icon": icon, "at": change.occurred_at, "by": change.actor_name, "note": note}


def _sentence(kind: str, data: dict[str, Any]) -> tuple[str, str]:
    match kind:
        case "incoming.received":
            return ngettext("%(num)d unit received", "%(num)d units received", data["quantity"]), "plus"
        case "incoming.closed":
            return ngettext("%(num)d unit won't come", "%(num)d units won't come", data["quantity"]), "close"
        case "incoming.rescheduled":
            return _("Comes on %(to)s instead of %(before)s", to=_day(data["to"]), before=_day(data["from"])), "clock"
        case _:
            return _("Expected on %(day)s", day=_day(data["expected_on"])), "truck"


def _day(text: str) -> str:
    return format_date(date.fromisoformat(text))
