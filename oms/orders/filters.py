"""Which orders a list shows: a view, a search and filters, all of them in the address, so that a list can be shared.

Each part adds one condition that has an index or keeps to open orders, of which there are few however old the shop is.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from flask_babel import LazyString, format_date, get_timezone
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from oms.db import rows
from oms.orders import details
from oms.orders.words import FULFILLMENT, PAYMENT, channel_name
from oms.web.context import now

_UNFINISHED = "o.fulfillment_status in ('unfulfilled', 'in_progress', 'partially_fulfilled')"
# What waits on a shelf for its customer is not late: we have done our part.
IS_LATE = f"""(o.state = 'placed' and o.due_at < db.now() and {_UNFINISHED} and not (o.method = 'pickup' and exists (
    select from fulfillment.orders as f where f.request_id = o.request_id and f.state = 'ready_for_pickup')))"""


class View(NamedTuple):
    """A list that the team looks at every day."""

    label: LazyString
    where: str


VIEWS = {
    "all": View(_l("All"), "true"),
    "held": View(_l("On hold"), "o.state = 'placed' and o.is_on_hold"),
    "unpaid": View(_l("Unpaid"), "o.state = 'placed' and o.payment_status in ('none', 'partially_paid', 'voided')"),
    "ship": View(_l("To ship"), f"o.state = 'placed' and o.method = 'ship' and {_UNFINISHED}"),
    "pickup": View(_l("Pickup"), f"o.state = 'placed' and o.method = 'pickup' and {_UNFINISHED}"),
    "backordered": View(_l("Backordered"), "o.state = 'placed' and o.is_backordered"),
    "late": View(_l("Late"), IS_LATE),
    "mine": View(_l("Mine"), "o.state = 'placed' and o.assignee_id = db.person_id()"),
    "done": View(_l("Done"), "o.state = 'closed'"),
    "canceled": View(_l("Canceled"), "o.fulfillment_status = 'canceled'"),
}
# These are open orders: all are counted in one go over the index of open orders.
COUNTED = ("held", "unpaid", "ship", "pickup", "backordered", "late", "mine")
PERIODS: dict[str, LazyString] = {
    "today": _l("Today"),
    "yesterday": _l("Yesterday"),
    "7d": _l("Last 7 days"),
    "30d": _l("Last 30 days"),
    "month": _l("This month"),
}
_CHOICES: dict[str, Any] = {"view": VIEWS, "payment": PAYMENT, "fulfillment": FULFILLMENT, "placed": PERIODS}
_EQUALS = {
    "payment": "o.payment_status = :payment",
    "fulfillment": "o.fulfillment_status = :fulfillment",
    "channel": "o.channel = :channel",
    "location": "o.location_ids @> array[cast(:location as int)]",
    "tag": "o.tags @> array[cast(:tag as text)]",
    "assignee": "o.assignee_id = cast(:assignee as bigint)",
}
_LONGEST = 200


@dataclass(frozen=True)
class Filter:
    """What stands in the address. Whatever it does not know there, it leaves out."""

    view: str = "all"
    q: str = ""
    payment: str = ""
    fulfillment: str = ""
    channel: str = ""
    location: str = ""
    tag: str = ""
    assignee: str = ""
    field: str = ""
    value: str = ""
    placed: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, args: Any) -> "Filter":
        given = {part.name: args.get(part.name, "").replace("\0", "").strip()[:_LONGEST] for part in fields(cls)}
        for name, choices in _CHOICES.items():
            given[name] = given[name] if given[name] in choices else ""
        for name in ("since", "until"):
            given[name] = given[name] if _day(given[name]) else ""
        for name in ("location", "assignee"):
            given[name] = given[name] if given[name].isdecimal() and len(given[name]) < 9 else ""  # noqa: PLR2004
        if not (given["field"] and given["value"]):
            given["field"] = given["value"] = ""
        return cls(**given | {"view": given["view"] or "all"})

    @property
    def args(self) -> dict[str, Any]:
        """Back to the address."""
        return {name: value for name, value in asdict(self).items() if value and (name, value) != ("view", "all")}

    def but(self, **changes: str) -> "Filter":
        return replace(self, **changes)

    @cached_property
    def narrows(self) -> dict[str, str]:
        """What is filtered besides view and search: its name, and what the reader calls it."""
        labels: dict[str, Callable[[], str]] = {
            "payment": lambda: str(PAYMENT[self.payment].label),
            "fulfillment": lambda: str(FULFILLMENT[self.fulfillment].label),
            "channel": lambda: channel_name(self.channel),
            "location": lambda: location_names().get(int(self.location), "?"),
            "tag": lambda: self.tag,
            "assignee": lambda: next((p.name for p in details.people() if str(p.id) == self.assignee), "?"),
            "field": lambda: self._field_label,
            "placed": lambda: str(PERIODS[self.placed]),
            "since": lambda: _("From %(day)s", day=format_date(_day(self.since))),
            "until": lambda: _("Until %(day)s", day=format_date(_day(self.until))),
        }
        return {name: label() for name, label in labels.items() if getattr(self, name)}

    def where(self) -> tuple[str, dict[str, Any]]:
        """The condition on orders.orders as o, and its parameters."""
        conditions: list[str] = [VIEWS[self.view].where]
        params: dict[str, Any] = {}
        for name, condition in _EQUALS.items():
            if given := getattr(self, name):
                conditions.append(condition)
                params[name] = given
        if self.field:
            conditions.append("o.fields @> (select orders.field_match(:field, :value))")
            params |= {"field": self.field, "value": self.value}
        start, end = self._period()
        if start:
            conditions.append("o.placed_at >= :start")
            params["start"] = _midnight(start)
        if end:
            conditions.append("o.placed_at < :end")
            params["end"] = _midnight(end + timedelta(1))
        if self.q:
            conditions.append("o.id = any(:found)")
            params["found"] = self._found
        return " and ".join(conditions), params

    @cached_property
    def _found(self) -> list[int]:
        return [hit[0] for hit in rows("select orders.search(:text)", text=self.q)]

    @property
    def _field_label(self) -> str:
        known = details.field(self.field)
        return f"{known.label if known else self.field}: {self.value}"

    def _period(self) -> tuple[date | None, date | None]:
        """The first and the last day, in the reader's time zone."""
        today = now().astimezone(ZoneInfo(str(get_timezone()))).date()
        first, last = {
            "today": (today, today),
            "yesterday": (today - timedelta(1), today - timedelta(1)),
            "7d": (today - timedelta(6), today),
            "30d": (today - timedelta(29), today),
            "month": (today.replace(day=1), today),
        }.get(self.placed, (None, None))
        return _day(self.since) or first, _day(self.until) or last


@dataclass(frozen=True)
class Chosen:
    """Orders that somebody has ticked: a list like any other."""

    ids: list[int]

    @classmethod
    def of(cls, given: Iterable[str]) -> "Chosen":
        return cls([int(number) for number in given if number.isdecimal() and len(number) <= 17])  # noqa: PLR2004

    def where(self) -> tuple[str, dict[str, Any]]:
        return "o.id = any(:ids)", {"ids": self.ids}


def location_names() -> dict[int, str]:
    """The locations to choose from: those where the reader works, or all of them."""
    found = rows(
        "select id, name from inventory.locations"
        " where is_active and (db.sees_all() or id = any(db.locations())) order by name"
    )
    return {place.id: place.name for place in found}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), ZoneInfo(str(get_timezone())))
