"""How long a decision takes with 8, 50 and 500 locations that have the goods, and how good it is beyond 8."""

import json
import time
from statistics import mean, quantiles

import psutil
import psycopg

from oms import db
from tests.support import factories
from tests.support.oracle import gaps
from tests.support.server import RunningServer

WARM_UP, DECISIONS = 5, 100
GOALS_MS = {8: 5, 50: 10, 500: 30}
RULES = {
    "first criterion: parcels": ["fewest_splits", "nearest", "priority"],
    "first criterion: cost": ["cheapest", "nearest"],
}


def main() -> None:
    server = RunningServer()
    try:
        server.address.clone("routing")
        db.connect(server.address.app_url("routing"), pool_size=1)
        print("| locations | rules | p50 | p95 | goal | of a core, on average |\n|--:|---|--:|--:|--:|--:|")
        with db.acting_as(db.SYSTEM), psycopg.connect(server.address.url("routing"), autocommit=True) as connection:
            skus = [factories.product(f"BENCH-{n}", weight_grams=400 * n).sku for n in (1, 2)]
            for count, goal in GOALS_MS.items():
                _open_locations(count, skus)
                connection.execute("analyze")
                for name, criteria in RULES.items():
                    took, of_a_core = _decide(connection, criteria)
                    told = f"{_ms(took, 50)} | {_ms(took, 95)} | {goal} ms | {of_a_core * 1000:.1f} ms"
                    print(f"| {count} | {name} | {told} |", flush=True)
            found = gaps(db, 500)
        best = found.count(0.0) / len(found)
        print(
            f"\n{len(found)} cases of 9 to 40 locations: {best:.1%} optimal, mean gap {mean(found):.2%}, worst {max(found):.1%}"
        )
    finally:
        server.stop()


def _open_locations(count: int, skus: list[str]) -> None:
    """Until there are so many, all over the country, each with a little of everything."""
    with db.transaction():
        for number in range(db.value("select count(*) from inventory.locations"), count):
            at = factories.location(f"B-{number}", latitude=47.5 + number % 70 / 10, longitude=6 + number % 90 / 10)
            for sku in skus:
                factories.stock(sku, at, 1 + number % 4)


def _decide(connection: psycopg.Connection, criteria: list[str]) -> tuple[list[float], float]:
    """Seconds of each of a hundred decisions on two lines, from reading the stock to the answer; and of a core, on average."""
    profile_id = db.value("select id from routing.profiles where is_default")
    draft_id = db.call("routing.save_draft", p_profile_id=profile_id, p_rules={"criteria": criteria})
    db.call("routing.activate", p_version_id=draft_id)
    delivery = json.dumps({"method": "ship", "country_code": "DE", "latitude": 52.5, "longitude": 13.4})
    server = psutil.Process(connection.info.backend_pid)
    took = []
    for n in range(WARM_UP + DECISIONS):
        if n == WARM_UP:  # now everything is planned and cached
            used = sum(server.cpu_times()[:2])
        began = time.perf_counter()
        connection.execute(
            "select routing.plan(routing._wish((select jsonb_agg(jsonb_build_object('variant_id', v.id, 'quantity', %s))"
            " from catalog.variants as v), %s, null))",
            (1 + n % 3, delivery),
        )
        took.append(time.perf_counter() - began)
    return took[WARM_UP:], (sum(server.cpu_times()[:2]) - used) / DECISIONS


def _ms(took: list[float], percent: int) -> str:
    return f"{quantiles(took, n=100)[percent - 1] * 1000:.1f} ms"
