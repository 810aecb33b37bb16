"""How fast one SKU is sold when everybody wants it: from its level, and from a pool, in turns."""

from pathlib import Path

from bench import shop
from bench.orders import CLIENTS, SECONDS, pgbench, show
from bench.system import measured_shop
from oms.db import call, value

SCRIPT = Path(__file__).with_name("rush.sql")


def main() -> None:
    with measured_shop() as system:
        shop.fill()
        variant_id = value("select id from catalog.variants where sku = 'BENCH-1'")
        pgbench(system, 1, 3, SCRIPT)  # warm
        print("| sold from | clients | orders a second | p50 | p95 |\n|---|--:|--:|--:|--:|")
        for clients in CLIENTS:
            call("inventory.unpool", p_variant_id=variant_id)
            show("its level", clients, pgbench(system, clients, SECONDS, SCRIPT))
            call("inventory.pool", p_variant_id=variant_id)
            show("a pool", clients, pgbench(system, clients, SECONDS, SCRIPT))
