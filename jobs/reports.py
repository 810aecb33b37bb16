"""Jobs of the reports."""

from typing import Any

from jobs.run import finishing
from oms.reports.invariants import check as check_invariant
from oms.reports.invariants import invariants


def check(_args: dict[str, Any]) -> None:
    """Ask every consistency query; the invariants page shows how they answered."""
    with finishing():
        for invariant in invariants().values():
            check_invariant(invariant)
