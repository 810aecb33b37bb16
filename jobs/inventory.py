"""Jobs of stock."""

from typing import Any

from oms.db import call


def expire_holds(_args: dict[str, Any]) -> None:
    """End every hold whose time is up, some at a time."""
    while call("inventory.expire_holds"):
        pass


def withdraw_lots(_args: dict[str, Any]) -> None:
    """What has expired is no longer sold."""
    call("inventory.withdraw_lots")
