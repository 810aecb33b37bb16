"""Two transactions interleaved statement by statement, in every way there is.

Each is a list of statements in a session of its own. A schedule says whose statement is next; where that session waits for a lock of
the other, its statement goes on when the lock is free, as in PostgreSQL's own isolation tests.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from queue import Queue

import psycopg

from tests.support.server import PATIENT

Statement = tuple[str, dict[str, object]]


def schedules(first: int, second: int) -> Iterator[tuple[int, ...]]:
    """Every order in which two sessions can make so many steps: 0 is the first session's turn, 1 the second's."""
    for turns in combinations(range(first + second), first):
        yield tuple(0 if place in turns else 1 for place in range(first + second))


class Session:
    """One connection that does statements one after the other in a thread of its own, and keeps what each raised."""

    def __init__(self, url: str) -> None:
        options = f"{PATIENT} -c oms.actor=system -c oms.locations=*"
        self._connection = psycopg.connect(url, autocommit=True, options=options)
        self._connection.execute("begin")
        self._steps: Queue[Callable[[], None] | None] = Queue()
        self._idle = threading.Event()
        self._idle.set()
        self.errors: list[psycopg.Error] = []
        self.pid = self._connection.info.backend_pid
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def begin(self, statement: Statement) -> None:
        """Start a statement, after those that still wait."""
        self._idle.clear()
        self._steps.put(lambda: self._do(statement))

    def is_idle(self) -> bool:
        return self._idle.is_set()

    def close(self) -> None:
        self._steps.put(None)
        self._thread.join()
        self._connection.close()

    def _work(self) -> None:
        while step := self._steps.get():
            step()
            if self._steps.empty():
                self._idle.set()

    def _do(self, statement: Statement) -> None:
        try:
            self._connection.execute(*statement)
        except psycopg.Error as error:
            if not isinstance(error, psycopg.errors.InFailedSqlTransaction):
                self.errors.append(error)


def interleave(url: str, works: Sequence[Sequence[Statement]], schedule: Sequence[int]) -> list[list[psycopg.Error]]:
    """Do both works, each in a transaction, in this order of their statements; what each session was refused."""
    sessions = [Session(url) for _ in works]
    steps = [iter(work) for work in works]
    with psycopg.connect(url, autocommit=True) as watcher:
        for turn in schedule:
            sessions[turn].begin(next(steps[turn]))
            _settle(watcher, sessions)
        _settle(watcher, sessions, seconds=10)
    for session in sessions:
        session.close()
    return [session.errors for session in sessions]


def _settle(watcher: psycopg.Connection, sessions: list[Session], seconds: float = 0) -> None:
    """Until each session is done with its statement, or waits for a lock; with `seconds`, until all are done."""
    until = time.monotonic() + seconds
    while busy := [session for session in sessions if not session.is_idle()]:
        found = watcher.execute(
            "select count(*) from unnest(%s::int[]) as p (pid) where pg_blocking_pids(p.pid) <> '{}'",
            [[session.pid for session in busy]],
        ).fetchone()
        if found and found[0] == len(busy) and time.monotonic() > until:
            return
        time.sleep(0.002)
