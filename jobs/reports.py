"""Jobs of the reports: the page of promises shows how they answered."""

from typing import Any

from jobs.run import finishing
from oms.db import call
from oms.reports import invariants


def check(_args: dict[str, Any]) -> None:
    """Ask every promise about all rows, each in a task of its own: other work goes on in between."""
    with finishing():
        for name in invariants.invariants():
            call("tasks.enqueue", p_kind="reports.check_one", p_args={"name": name})


def check_one(args: dict[str, Any]) -> None:
    """Ask one promise about all rows."""
    with finishing():
        invariants.check(invariants.invariants()[args["name"]])


def check_changes(_args: dict[str, Any]) -> None:
    """Ask every promise about what has changed since it was found to hold."""
    for invariant in invariants.invariants().values():
        invariants.check_changes(invariant)
