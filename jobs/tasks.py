"""Jobs of the task list itself."""

from typing import Any

from jobs.run import finishing
from oms.db import call


def forget(_args: dict[str, Any]) -> None:
    """Delete what was finished long ago."""
    with finishing():
        call("tasks.forget")
