"""Work for pickup: remind those who have not come, and give up what nobody collected.

The scheduled jobs only find what is due; each finding is a task of its own, so that one that cannot be done stops no
other, and is seen. A key with the day in it: what fails is tried again tomorrow, not every five minutes.
"""

from typing import Any

from jobs.run import finishing
from oms import db
from oms.db import call


def reminders(_args: dict[str, Any]) -> None:
    """Find customers to be reminded."""
    with finishing():
        _enqueue("pickup.remind", call("pickup.due_reminders"))


def remind(args: dict[str, Any]) -> None:
    """Remind one customer, unless they have come meanwhile."""
    with finishing():
        call("pickup.remind", p_pickup_id=args["pickup_id"])


def expiries(_args: dict[str, Any]) -> None:
    """Find what nobody collected in time."""
    with finishing():
        _enqueue("pickup.expire", call("pickup.due_expiries"))


def expire(args: dict[str, Any]) -> None:
    """Return one pickup to stock, unless it was collected or extended meanwhile."""
    with finishing():
        call("pickup.expire", p_pickup_id=args["pickup_id"])


def _enqueue(kind: str, pickup_ids: list[int]) -> None:
    today = db.now().date()
    for pickup_id in pickup_ids:
        call("tasks.enqueue", p_kind=kind, p_args={"pickup_id": pickup_id}, p_dedupe_key=f"{kind}:{pickup_id}:{today}")
