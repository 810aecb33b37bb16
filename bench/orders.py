"""How fast orders come in: through the API, and by pgbench straight into PostgreSQL, in turns."""

import http.client
import json
import os
import random
import subprocess
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from bench import shop
from bench.system import System, measured_shop, percentile
from oms.embedded import postgres_bin

CLIENTS = (1, 8, 32)
SECONDS = 15
PRICE = {"amount": "10.00", "currency": "EUR"}
SCRIPT = Path(__file__).with_name("place.sql")


def main() -> None:
    with measured_shop() as system:
        shop.fill()
        tokens = [shop.token() for _ in range(max(CLIENTS))]
        post(system, tokens[:1], seconds=3)  # warm
        print("| | clients | orders a second | p50 | p95 |\n|---|--:|--:|--:|--:|")
        for clients in CLIENTS:
            show("POST /api/v1/orders", clients, post(system, tokens[:clients], SECONDS))
            show("pgbench orders.place", clients, pgbench(system, clients, SECONDS))


def show(name: str, clients: int, latencies: list[float]) -> None:
    p50, p95 = percentile(latencies, 0.5), percentile(latencies, 0.95)
    rate = len(latencies) / SECONDS
    print(f"| {name} | {clients} | {rate:.0f} | {p50 * 1000:.1f} ms | {p95 * 1000:.1f} ms |", flush=True)


def post(system: System, tokens: list[str], seconds: float) -> list[float]:
    """Each token is a client with a connection of its own; the latency of each order in seconds."""
    barrier = threading.Barrier(len(tokens))

    def client(token: str) -> list[float]:
        connection = http.client.HTTPConnection(urlsplit(system.url).netloc, timeout=30)
        latencies = []
        barrier.wait()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            headers, body = request(token)
            began = time.monotonic()
            connection.request("POST", "/api/v1/orders", body, headers)
            answer = connection.getresponse()
            text = answer.read()
            latencies.append(time.monotonic() - began)
            if answer.status != http.HTTPStatus.CREATED:
                raise RuntimeError(f"{answer.status}: {text.decode()}")
        return latencies

    with ThreadPoolExecutor(len(tokens)) as pool:
        return [latency for latencies in pool.map(client, tokens) for latency in latencies]


def request(token: str) -> tuple[dict[str, str], bytes]:
    """The same order as in place.sql."""
    reference = uuid4().hex
    skus = random.sample(range(1, shop.SKUS + 1), 2)
    order = {
        "external_id": reference,
        "customer": shop.CUSTOMER,
        "ship_to": shop.ADDRESS,
        "lines": [
            {"sku": f"BENCH-{n}", "title": "A thing", "quantity": 1, "unit_price": PRICE, "taxes": []} for n in skus
        ],
        "payments": [
            {
                "kind": "capture",
                "amount": {"amount": "20.00", "currency": "EUR"},
                "gateway": "bench",
                "reference": reference,
            }
        ],
    }
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": reference}
    return headers, json.dumps(order).encode()


def pgbench(system: System, clients: int, seconds: int, script: Path = SCRIPT) -> list[float]:
    """The latency of each call in seconds, from pgbench's own log."""
    binaries = postgres_bin()
    if binaries is None:
        raise RuntimeError("there is no pgbench here")
    with tempfile.TemporaryDirectory(prefix="oms-bench-") as folder:
        words = [binaries / "pgbench", "--no-vacuum", f"--client={clients}", f"--jobs={min(clients, 2)}"]
        words += [f"--time={seconds}", "--protocol=prepared", "--log", f"--file={script}", "-D", f"skus={shop.SKUS}"]
        words += [system.settings.app_database_url]
        options = "-c oms.actor=system -c oms.locations=* -c client_min_messages=warning -c lock_timeout=60s"
        environ = os.environ | {"PGOPTIONS": options}
        subprocess.run(words, cwd=folder, env=environ, check=True, capture_output=True)  # noqa: S603 - our own words
        lines = [line.split() for path in Path(folder).glob("pgbench_log.*") for line in path.read_text().splitlines()]
    return [int(line[2]) / 1_000_000 for line in lines]
