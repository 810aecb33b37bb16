"""Jobs of the REST API."""

from typing import Any

from jobs.run import finishing
from oms.db import call


def forget(_args: dict[str, Any]) -> None:
    """Delete the answers kept for Idempotency-Keys long ago."""
    with finishing():
        call("api.forget")
