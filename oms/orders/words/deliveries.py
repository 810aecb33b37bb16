"""What a line of an order was promised for, and what came of it, as one phrase."""

from typing import Any, NamedTuple

from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

CAUSES = {
    "processing": _l("it left too late"),
    "transit": _l("the carrier took longer"),
    "stock": _l("the goods were not where they should have been"),
    "customer": _l("paid late, held or changed"),
}


class Promised(NamedTuple):
    text: str
    tone: str


def promised(promise: Row[Any], method: str) -> Promised:
    """`promise` as orders.promised has it."""
    on = format_date(promise.promised_on)
    match promise.state:
        case "kept":
            return Promised(_("promised for %(day)s, and kept", day=on), "good")
        case "missed":
            cause = CAUSES[promise.cause]
            return Promised(_("promised for %(day)s, and missed: %(cause)s", day=on, cause=cause), "bad")
    if promise.expected_on is None:
        return Promised(_("promised for %(day)s, waits for stock now", day=on), "warn")
    if promise.expected_on > promise.promised_on:
        words = {"day": on, "now": format_date(promise.expected_on)}
        return Promised(_("promised for %(day)s, expected on %(now)s now", **words), "warn")
    return Promised(_("ready on %(day)s", day=on) if method == "pickup" else _("arrives by %(day)s", day=on), "")
