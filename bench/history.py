"""What it costs to keep every state of a stock level: pgbench calling orders.place with the trigger and without it, in turns."""

from statistics import median

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
        print("| level history | clients | orders a second | half of them within |\n|---|--:|--:|--:|")
        for clients in CLIENTS:
            latencies: dict[str, list[list[float]]] = {how: [] for how in HOW}
            for turn in range(TURNS):
                for how in sorted(HOW, reverse=turn % 2 == 1):
                    owner.execute(f"alter table inventory.levels {HOW[how]} trigger levels_history".encode())
                    latencies[how].append(pgbench(system, clients, SECONDS))
            for how, turns in latencies.items():
                rate = median(len(turn) / SECONDS for turn in turns)
                half = median(latency for turn in turns for latency in turn)
                print(f"| {how} | {clients} | {rate:.0f} | {half * 1000:.2f} ms |", flush=True)
