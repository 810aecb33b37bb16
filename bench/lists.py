"""The order list of a shop that is years old."""

import http.client
import time
from urllib.parse import urlsplit

import psycopg

from bench import shop
from bench.system import ROOT, System, measured_shop, percentile

ORDERS = 100_000
RUNS = 30
PAGES = {
    "all, newest first": "/orders",
    "to ship": "/orders?view=ship",
    "paid and delivered": "/orders?payment=paid&fulfillment=delivered",
    "search by number": "/orders?q=1050000",
    "search by name": "/orders?q=meier+77",
    "search for nothing": "/orders?q=nosuchthing",
    "last 30 days": "/orders?placed=30d",
}
CALLS = {
    "API, first page": "/api/v1/orders",
    "API, 250 of one status": "/api/v1/orders?limit=250&payment_status=paid",
    "API, what changed lately": "/api/v1/orders?limit=250&updated_after={lately}",
}


def main() -> None:
    with measured_shop() as system:
        shop.fill()
        began = time.monotonic()
        lately = load(system)
        print(f"{ORDERS:,} orders loaded in {time.monotonic() - began:.0f} s\n")
        print("| page | p50 | p95 |\n|---|--:|--:|")
        cookie, token = {"Cookie": f"sid={shop.session()}"}, {"Authorization": f"Bearer {shop.token()}"}
        for name, path in PAGES.items():
            show(name, ask(system, path, cookie))
        for name, path in CALLS.items():
            show(name, ask(system, path.format(lately=lately), token))


def load(system: System) -> str:
    """Fill the tables past the functions; a moment after which a few orders were changed."""
    with psycopg.connect(system.settings.database_url) as connection:
        connection.execute("select set_config('bench.orders', %s, true)", [str(ORDERS)])
        connection.execute((ROOT / "bench/orders.sql").read_bytes())
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze")
        found = connection.execute("select updated_at from orders.orders order by updated_at desc offset 500 limit 1")
        (moment,) = found.fetchone() or (None,)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def ask(system: System, path: str, headers: dict[str, str]) -> list[float]:
    connection = http.client.HTTPConnection(urlsplit(system.url).netloc, timeout=60)
    latencies = []
    for _ in range(RUNS + 2):
        began = time.monotonic()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        text = answer.read()
        latencies.append(time.monotonic() - began)
        if answer.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{path}: {answer.status} {text[:500].decode()}")
    return latencies[2:]  # without the first ones, which warm up


def show(name: str, latencies: list[float]) -> None:
    p50, p95 = percentile(latencies, 0.5), percentile(latencies, 0.95)
    print(f"| {name} | {p50 * 1000:.0f} ms | {p95 * 1000:.0f} ms |", flush=True)
