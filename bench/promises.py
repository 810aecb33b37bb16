"""How long it takes to ask whether every promise holds, in a shop of hundreds of thousands of orders, or a million."""

import os
import tempfile
import time

import psycopg

from bench.multiply import multiply
from oms import db, demo
from oms.db import value
from oms.reports.invariants import Invariant, ask, invariants
from oms.settings import load_settings
from tests.support.server import SECRET_KEY, RunningServer

ORDERS = int(os.environ.get("ORDERS", "200000"))
SECONDS_MAX = 30


def main() -> None:
    server = RunningServer()
    try:
        server.address.clone("promises")
        db.connect(server.address.app_url("promises"), pool_size=1)
        with db.acting_as(db.SYSTEM):
            fill(server.address.url("promises"))
            took = {invariant.title: seconds(invariant) for invariant in invariants().values()}
        print("| promise | seconds |\n|---|--:|")
        for title, seconds in sorted(took.items(), key=lambda each: -each[1]):
            print(f"| {title} | {seconds:.2f} |")
        print(f"| **together** (at most {SECONDS_MAX}) | **{sum(took.values()):.1f}** |", flush=True)
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


def seconds(invariant: Invariant) -> float:
    """Until it is known that nothing breaks it."""
    began = time.monotonic()
    broken = ask(invariant)
    if broken:
        raise RuntimeError(f"{invariant.title}: {broken}")
    return time.monotonic() - began
