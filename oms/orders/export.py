"""Orders as CSV: one row each, in English column names that other software can rely on, figures plain."""

import csv as writer
import io
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row

from oms.orders import details
from oms.web.formats import major

Lines = Iterator[str]

COLUMNS = (
    "number",
    "external_name",
    "channel",
    "placed_at",
    "state",
    "payment_status",
    "fulfillment_status",
    "on_hold",
    "backordered",
    "late",
    "method",
    "locations",
    "customer",
    "email",
    "phone",
    "city",
    "country_code",
    "units",
    "items",
    "total",
    "currency",
    "tags",
    "assignee",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv(orders: Iterable[Row[Any]]) -> Lines:
    """Line by line, as fast as it is read. Begins with the mark by which spreadsheets know UTF-8."""
    keys = [field.key for field in details.fields(archived=True)]
    yield "\ufeff" + _line([*COLUMNS, *(f"field.{key}" for key in keys)])
    for order in orders:
        yield _line([*_cells(order), *(_plain(order.fields.get(key)) for key in keys)])


def _cells(order: Row[Any]) -> list[str]:
    return [
        order.number,
        order.external_name,
        order.channel,
        order.placed_at.isoformat(),
        order.state,
        order.payment_status,
        order.fulfillment_status,
        _yes(order.is_on_hold),
        _yes(order.is_backordered),
        _yes(order.is_late),
        order.method,
        ", ".join(order.places),
        order.customer,
        order.email,
        order.phone,
        order.city,
        order.country_code,
        str(order.units),
        ", ".join(f"{item['quantity']} x {item['sku'] or item['title']}" for item in order.items),
        str(major(order.total_minor, order.currency)),
        order.currency,
        ", ".join(order.tags),
        order.assignee or "",
    ]


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    writer.writer(out).writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Spreadsheets run what begins like a formula; an apostrophe makes it text again."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(given: Any) -> str:
    """The value of a field, as the API has it."""
    if given is None:
        return ""
    return str(given).lower() if isinstance(given, bool) else str(given)


def _yes(flag: bool) -> str:  # noqa: FBT001
    return "yes" if flag else ""
