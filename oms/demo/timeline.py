"""The demo's past, lived through in order: steps wait for their moment, and some bring about others."""

import heapq
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from oms.db import Actor, row, value


class Timeline:
    """Runs steps by their moments, with the database's clock set to each and in the name of who takes it."""

    def __init__(self, start: datetime, end: datetime, recent: timedelta) -> None:
        """What lies further back than `recent` leaves no work and no mails."""
        self.now = start
        self._end = end
        self._recent_from = end - recent
        self._turn = itertools.count()  # steps of one moment keep the order they were given in
        self._waiting: list[tuple[datetime, int, Actor, Callable[..., None], tuple[Any, ...]]] = []

    def at(self, moment: datetime, who: Actor, step: Callable[..., None], *given: Any) -> None:
        """Let `who` take a step at a moment; one in the future is never taken."""
        heapq.heappush(self._waiting, (max(moment, self.now), next(self._turn), who, step, given))

    def is_past(self, moment: datetime) -> bool:
        """Whether it is over and told: nobody is written to about it any more."""
        return moment < self._recent_from

    def run(self) -> None:
        """Live until the end."""
        while self._waiting and self._waiting[0][0] <= self._end:
            self.now, _, who, step, given = heapq.heappop(self._waiting)
            value(
                "select set_config('oms.now', :now, true), set_config('oms.past', :past, true),"
                " set_config('oms.actor', :label, true), set_config('oms.actor_name', :name, true)",
                now=self.now.isoformat(),
                past="on" if self.is_past(self.now) else "off",
                label=who.label,
                name=who.name,
            )
            step(*given)


def one(sql: str, **given: Any) -> Row[Any]:
    """The row that a step is sure of."""
    found = row(sql, **given)
    if found is None:
        raise LookupError(sql)
    return found
