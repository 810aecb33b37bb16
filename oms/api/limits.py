"""No token may keep the rest of the house waiting: so many requests a second, and some more at once.

Counted in each web process by itself. It stops a program that has run wild, not one that is busy.
"""

import threading
import time
from dataclasses import dataclass, field

from flask import Response, g
from flask_login import current_user

from oms.api.problems import Problem

PER_SECOND = 200
AT_ONCE = 400


@dataclass
class Bucket:
    """Filled at a steady rate; every request takes one out."""

    left: float = field(default_factory=lambda: AT_ONCE)
    filled_at: float = field(default_factory=time.monotonic)

    def take(self) -> bool:
        now = time.monotonic()
        self.left = min(AT_ONCE, self.left + (now - self.filled_at) * PER_SECOND)
        self.filled_at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


_buckets: dict[int, Bucket] = {}
_lock = threading.Lock()


def enforce() -> None:
    """Refuse what comes too fast. What needs no token is not counted."""
    if not current_user.is_authenticated:
        return
    with _lock:
        bucket = _buckets.setdefault(current_user.id, Bucket())
        g.rate_limit = f"limit={AT_ONCE}, remaining={int(bucket.left)}, reset=1"
        is_allowed = bucket.take()
    if not is_allowed:
        raise Problem("too-many", headers={"Retry-After": "1"})


def add_header(response: Response) -> Response:
    if "rate_limit" in g:
        response.headers["RateLimit"] = g.rate_limit
    return response
