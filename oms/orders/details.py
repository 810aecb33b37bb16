"""What a shop adds to its orders: the tags it uses, the people who look after them, and fields of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from oms.db import row, rows
from oms.web.formats import quantity

KINDS = {
    "text": _l("Text"),
    "number": _l("Number"),
    "date": _l("Date"),
    "boolean": _l("Yes or no"),
    "choice": _l("Choice"),
    "link": _l("Link"),
}


def tags() -> list[str]:
    """The tags of the latest orders, the most used first: what is offered when somebody types one."""
    found = rows(
        "select t.tag from (select o.tags from orders.orders as o order by o.placed_at desc, o.id desc limit 3000) as o,"
        " unnest(o.tags) as t (tag) group by t.tag order by count(*) desc, t.tag limit 100"
    )
    return [known.tag for known in found]


def people() -> list[Row[Any]]:
    """Whoever may look after orders."""
    return rows("select p.id, p.name, p.email from auth.people as p where p.is_active order by lower(p.name), p.id")


def fields(*, archived: bool = False) -> list[Row[Any]]:
    """The fields of this shop, in the order in which they are shown."""
    return rows(
        "select f.id, f.key, f.label, f.kind, f.choices, f.is_required, f.is_archived, f.position from orders.fields as f"
        " where :archived or not f.is_archived order by f.is_archived, f.position, f.id",
        archived=archived,
    )


def field(key: str) -> Row[Any] | None:
    return row("select f.* from orders.fields as f where f.key = :key", key=key)


def filled(values: Mapping[str, Any]) -> list[tuple[Row[Any], Any]]:
    """The fields in use, and those archived that have a value; each with its value, None where it is empty."""
    return [
        (known, values.get(known.key))
        for known in fields(archived=True)
        if known.key in values or not known.is_archived
    ]


def shown(kind: str, given: Any) -> str:
    """A value as the reader writes it."""
    if given is None:
        return "–"
    if kind == "boolean":
        return _("Yes") if given else _("No")
    if kind == "number":
        return quantity(given)
    if kind == "date":
        return str(format_date(date.fromisoformat(given)))
    return str(given)
