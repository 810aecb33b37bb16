"""Which kits lines belong to: told by orders (oms/orders/kits.py), which fulfillment may not ask itself."""

from collections.abc import Iterable
from typing import Any

from flask import current_app
from sqlalchemy import Row


def kits_of(lines: Iterable[Row[Any]]) -> dict[int, str]:
    """The titles of kits by the demand lines that are part of one."""
    return current_app.extensions["kits_of"](line.demand_line_id for line in lines)
