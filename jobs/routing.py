"""Jobs of routing."""

from typing import Any

from jobs.run import finishing
from oms.db import call


def measure_accuracies(_args: dict[str, Any]) -> None:
    """Measure how often each location could not find what it was asked for; profiles may prefer the more accurate."""
    with finishing():
        call("routing.measure_accuracies")
