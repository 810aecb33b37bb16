"""Jobs of orders."""

from typing import Any

from oms.db import call


def expire_changes(_args: dict[str, Any]) -> None:
    """End every proposed change whose time is up, some at a time."""
    while call("orders.expire_changes"):
        pass


def forget_drafts(_args: dict[str, Any]) -> None:
    """Forget the drafts that were discarded a day ago."""
    call("orders.forget_drafts")
