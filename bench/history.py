"""What it costs to keep every state of a stock level: pgbench calling orders.place with the trigger and without it, in turns."""

from statistics import median

import psutil
import psycopg

from bench import shop
from bench.orders import pgbench
from bench.system import measured_shop

CLIENTS = (1, 8)
TURNS = 6
SECONDS = 10
HOW = {"kept": "enable", "not kept": "disable"}


def main() -> None:
    with measured_shop() as system, psycopg.connect(system.settings.database_url, autocommit=True) as owner:
        shop.fill()
        pgbench(system, 1, 3)  # warm
        print("| level history | clients | orders a second | p50 | of a core for each |\n|---|--:|--:|--:|--:|")
        for clients in CLIENTS:
            turns: dict[str, list[tuple[list[float], float]]] = {how: [] for how in HOW}
            for turn in range(TURNS):
                for how in sorted(HOW, reverse=turn % 2 == 1):
                    owner.execute(f"alter table inventory.levels {HOW[how]} trigger levels_history".encode())
                    cpu = _cpu_seconds(owner)
                    latencies = pgbench(system, clients, SECONDS)
                    turns[how].append((latencies, _cpu_seconds(owner) - cpu))
            for how, found in turns.items():
                rate = median(len(latencies) / SECONDS for latencies, _cpu in found)
                half = median(latency for latencies, _cpu in found for latency in latencies)
                cpu = median(cpu / len(latencies) for latencies, cpu in found)
                print(f"| {how} | {clients} | {rate:.0f} | {half * 1000:.1f} ms | {cpu * 1000:.2f} ms |", flush=True)


def _cpu_seconds(owner: psycopg.Connection) -> float:
    """Of all sessions that are over; the worker's end now and then as well, for both alike."""
    server = psutil.Process(owner.info.backend_pid).parent()
    return sum(server.cpu_times()[2:4]) if server else 0.0
