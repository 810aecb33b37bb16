"""How long it takes to decide 10,000 decisions anew by other rules: the demo shop's, as often as it takes."""

import os
import tempfile
import time

import psutil
import psycopg

from oms import db, demo
from oms.db import call, value
from oms.settings import load_settings
from tests.support.server import SECRET_KEY, RunningServer

DECISIONS = int(os.environ.get("DECISIONS", "10000"))
AT_ONCE = 100
SECONDS_MAX = 60
RULES = {
    "the standard rules": {"criteria": ["fewest_splits", "nearest", "priority"]},
    "the cheapest": {"criteria": ["cheapest"], "split_cost_minor": 200},
    "not from stores, the nearest": {"kinds": ["warehouse", "3pl"], "criteria": ["nearest", "balance_stock"]},
}
_COPY = """
insert into routing.decisions (request_id, version_id, planner, inputs, result, hash, decided_at)
select d.request_id, d.version_id, d.planner, d.inputs, d.result, d.hash, d.decided_at + n * interval '1 second'
from routing.decisions as d cross join generate_series(1, %s) as n
where d.decided_at + n * interval '1 second' < now() limit %s
"""


def main() -> None:
    server = RunningServer()
    try:
        server.address.clone("whatif")
        db.connect(server.address.app_url("whatif"), pool_size=1)
        with db.acting_as(db.SYSTEM):
            fill(server.address.url("whatif"))
            print("| rules | decisions | different | seconds | of a core |\n|---|--:|--:|--:|--:|")
            for name, rules in RULES.items():
                show(name, rules)
    finally:
        server.stop()


def fill(url: str) -> None:
    """The demo shop, with as many decisions as are asked for."""
    with tempfile.TemporaryDirectory() as folder:
        demo.load(load_settings({"DATABASE_URL": url, "SECRET_KEY": SECRET_KEY, "REDIS_URL": "", "OMS_DATA": folder}))
    made = value("select count(*) from routing.decisions")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_COPY, [-(-DECISIONS // made), DECISIONS - made])
        connection.execute("vacuum analyze")


def show(name: str, rules: dict[str, object]) -> None:
    profile = call("routing.save_profile", p_name=name)
    version = call("routing.save_draft", p_profile_id=profile, p_rules=rules, p_seen=1)
    simulation = call("routing.simulate", p_version_id=version, p_days=100)
    server = psutil.Process(value("select pg_backend_pid()"))
    began, used = time.monotonic(), sum(server.cpu_times()[:2])
    while call("routing.continue_simulation", p_simulation_id=simulation, p_most=AT_ONCE):
        pass
    seconds, of_a_core = time.monotonic() - began, sum(server.cpu_times()[:2]) - used
    found = value("select results from routing.simulations where id = :id", id=simulation)
    print(
        f"| {name} | {found['decisions']:,} | {found['differing']:,} | {seconds:.1f} (at most {SECONDS_MAX})"
        f" | {of_a_core:.1f} |",
        flush=True,
    )
