"""Jobs of logging in."""

from typing import Any

from jobs.run import finishing
from oms.db import call


def forget(_args: dict[str, Any]) -> None:
    """Delete attempts to log in, sessions and links of long ago."""
    with finishing():
        call("auth.forget")
