"""How often somebody may ask: a count per minute for each name, in this process. Names that are silent are forgotten."""

import threading
import time
from collections import Counter

MINUTE = 60


class Limit:
    """`allows(name)` counts, and says whether it is still within the limit."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._minute = 0
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def allows(self, name: str) -> bool:
        minute = int(time.monotonic()) // MINUTE
        with self._lock:
            if minute != self._minute:
                self._minute = minute
                self._asked.clear()
            self._asked[name] += 1
            return self._asked[name] <= self._per_minute
