"""Jobs of orders."""

from typing import Any

from oms.db import call


def expire_changes(_args: dict[str, Any]) -> None:
    """End every proposed change whose time is up, some at a time."""
    while call("orders.expire_changes"):
        pass
