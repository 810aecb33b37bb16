"""Jobs of orders."""

from typing import Any

from jobs.run import finishing
from oms.db import call


def expire_changes(_args: dict[str, Any]) -> None:
    """End every proposed change whose time is up, some at a time."""
    while call("orders.expire_changes"):
        pass


def forget_drafts(_args: dict[str, Any]) -> None:
    """Forget the drafts that were discarded a day ago."""
    call("orders.forget_drafts")


def cancel_rest(args: dict[str, Any]) -> None:
    """Cancel what has waited for stock as long as its profile lets it."""
    with finishing():
        call("orders.cancel_rest", p_order_id=args["order_id"], p_decision_id=args["decision_id"])
