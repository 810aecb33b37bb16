"""The lists of orders that people have saved: filters under a name."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows
from oms.orders.filters import Filter

_SHOWN = "select v.id, v.name, v.filters, v.is_shared from orders.views as v"


def every() -> list[Row[Any]]:
    """The team's, then the reader's own."""
    return rows(f"{_SHOWN} order by v.is_shared desc, lower(v.name), v.id")


def view(view_id: int) -> Row[Any] | None:
    return row(f"{_SHOWN} where v.id = :id", id=view_id)


def filter_of(view: Row[Any]) -> Filter:
    return Filter.of(view.filters)
