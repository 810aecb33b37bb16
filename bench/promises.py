"""What it takes to ask whether every promise holds, in a shop of hundreds of thousands of orders, or a million."""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psutil
import psycopg

from bench.multiply import multiply
from oms import db, demo
from oms.db import value
from oms.reports.invariants import Invariant, ask, ask_about, invariants
from oms.settings import load_settings
from tests.support.server import SECRET_KEY, RunningServer

ORDERS = int(os.environ.get("ORDERS", "200000"))
CHANGED = 100  # orders between two checks of what has changed
SECONDS_MAX = 30


@dataclass(frozen=True)
class Taken:
    """Seconds of a core, and of the clock."""

    cpu: float
    wall: float

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.cpu + other.cpu, self.wall + other.wall)

    def __str__(self) -> str:
        return f"{self.cpu:.2f} | {self.wall:.2f}"


def main() -> None:
    server = RunningServer()
    try:
        server.address.clone("promises")
        db.connect(server.address.app_url("promises"), pool_size=1)
        with db.acting_as(db.SYSTEM):
            fill(server.address.url("promises"))
            report()
    finally:
        server.stop()


def fill(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo.load(load_settings({"DATABASE_URL": url, "SECRET_KEY": SECRET_KEY, "REDIS_URL": "", "OMS_DATA": folder}))
    began = time.monotonic()
    with psycopg.connect(url, autocommit=True) as connection:
        multiply(connection, -(-ORDERS // value("select count(*) from orders.orders")))
        counted = "(select count(*) from orders.orders), (select count(*) from history.events)"
        found = connection.execute(f"select {counted}, pg_size_pretty(pg_database_size(current_database()))").fetchone()
    orders, events, size = found or (0, 0, "")
    print(f"{orders:,} orders and {events:,} events ({size}) made in {time.monotonic() - began:.0f} s\n", flush=True)


def report() -> None:
    """Each promise asked about all rows, and about what a hundred orders have changed."""
    since = str(value("select pg_snapshot_xmin(pg_current_snapshot())"))
    changed = value(
        f"select count(*) from (select orders.add_note(id, 'It changes.') from orders.orders order by id desc limit {CHANGED}) as o"  # noqa: S608
    )
    took = [(promise, *asked(promise, since)) for promise in invariants().values()]
    print(f"| promise | all rows: CPU s | wall s | {changed} orders changed: CPU s | wall s |\n|---|--:|--:|--:|--:|")
    for promise, whole, changes in sorted(took, key=lambda each: -each[1].cpu):
        print(f"| {promise.title} | {whole} | {changes} |")
    whole, changes = (sum((each[n] for each in took), Taken(0, 0)) for n in (1, 2))
    print(f"| **together** | {whole} | {changes} |", flush=True)
    print(f"\nEvery five minutes the page asks about changes: that must take less than {SECONDS_MAX} s.", flush=True)


def asked(promise: Invariant, since: str) -> tuple[Taken, Taken]:
    """About all rows, and about what has changed; the same where there is no telling."""
    whole = taken(lambda: ask(promise), promise)
    return whole, taken(lambda: ask_about(promise, since), promise) if promise.key else whole


def taken(ask_it: Callable[[], Sequence[object]], promise: Invariant) -> Taken:
    """Until it is known that nothing breaks it."""
    cpu, wall = _cpu_seconds(), time.monotonic()
    if broken := ask_it():
        raise RuntimeError(f"{promise.title}: {broken}")
    return Taken(_cpu_seconds() - cpu, time.monotonic() - wall)


def _cpu_seconds() -> float:
    """Of our session's process, and of those that have worked for it and are gone."""
    session = psutil.Process(value("select pg_backend_pid()"))
    parent = session.parent()
    times = [session.cpu_times()[:2], parent.cpu_times()[2:4] if parent else ()]
    return sum(seconds for each in times for seconds in each)
