"""Everybody does everything at once to the same few SKUs at two places: nobody waits in a circle, and everything adds up."""

import time
from collections import Counter
from collections.abc import Callable
from random import Random, randrange
from typing import Any

import pytest
from psycopg.errors import LockNotAvailable, QueryCanceled
from sqlalchemy.exc import OperationalError

from oms.db import DomainError, call, row, rows, value
from tests.support import factories
from tests.support.together import crowd, faults

# Gave up after seconds of waiting. A circle isn't hidden by it: PostgreSQL finds one after a second.
OVERLOADED = {LockNotAvailable.sqlstate, QueryCanceled.sqlstate}
SKUS = [f"STORM-{n}" for n in range(20)]


class Somebody:
    """One session: random commands on whatever there is."""

    def __init__(self, seed: int, places: list[int]) -> None:
        self._chance = Random(seed)  # noqa: S311 - to be repeated
        self._places = places
        self.told: Counter[str] = Counter()

    def act(self, until: float) -> None:
        while time.monotonic() < until:
            command = self._chance.choices(
                (self.place, self.cancel, self.handle, self.reject, self.ship, self.stock, self.hold, self.reroute),
                (8, 2, 6, 2, 4, 3, 2, 2),
            )[0]
            try:
                command()
            except DomainError as refused:
                self.told[refused.code] += 1
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", "") not in OVERLOADED:
                    raise
                self.told["overloaded"] += 1
            else:
                self.told[command.__name__] += 1

    def place(self) -> None:
        lines = [
            factories.line(self._chance.choice(SKUS), self._chance.randint(1, 3))
            for _ in range(self._chance.randint(1, 8))
        ]
        policy = self._chance.choice(["refuse", "backorder"])
        call("orders.place", p_order=factories.order(lines=lines, stock_policy=policy))

    def cancel(self) -> None:
        call("orders.cancel", p_order_id=self._any("orders.orders"), p_reason="other")

    def handle(self) -> None:
        step = self._chance.choice(["pick", "pick", "pick", "short"])
        call(f"fulfillment.{step}", p_line_id=self._any("fulfillment.lines"), p_quantity=self._chance.randint(1, 2))

    def reject(self) -> None:
        call("fulfillment.reject", p_order_id=self._any("fulfillment.orders"), p_reason="other")

    def ship(self) -> None:
        work = row(
            "select id from fulfillment.orders where state in ('released', 'accepted') order by random() limit 1"
        )
        if work:
            factories.ship(work.id)

    def stock(self) -> None:
        variant_id = value("select id from catalog.variants where sku = :sku", sku=self._chance.choice(SKUS))
        at = {"p_variant_id": variant_id, "p_location_id": self._chance.choice(self._places)}
        if self._chance.random() < 0.5:
            call("inventory.receive", p_quantity=self._chance.randint(1, 9), **at)
        else:
            call("inventory.adjust", p_quantity=self._chance.choice([-2, -1, 1]), p_reason="correction", **at)

    def hold(self) -> None:
        step = self._chance.choice(["hold", "unhold"])
        call(f"orders.{step}", p_order_id=self._any("orders.orders"), p_reason="manual")

    def reroute(self) -> None:
        call("orders.reroute", p_order_id=self._any("orders.orders"))

    def _any(self, table: str) -> int:
        found = rows(f"select id from {table} order by id desc limit 60")
        return int(self._chance.choice(found).id) if found else 0


@pytest.mark.parametrize(
    ("sessions", "seconds", "seed"),
    [pytest.param(16, 3, 1, id="quick"), pytest.param(64, 300, None, id="thorough", marks=pytest.mark.slow)],
)
def test_nobody_waits_in_a_circle(
    committed_db: Any, assert_consistent: Callable[[], None], sessions: int, seconds: int, seed: int | None
) -> None:
    places = [factories.location("HERE", latitude=48.1), factories.location("THERE")]
    for sku in SKUS:
        factories.product(sku)
        for place in places:
            factories.stock(sku, place, 40)
    seed = seed or randrange(10**6)  # noqa: S311 - to be repeated
    print(f"seed {seed}")  # noqa: T201 - to be repeated
    people = [Somebody(seed + n, places) for n in range(sessions)]
    until = time.monotonic() + seconds

    outcomes = crowd([lambda somebody=somebody: somebody.act(until) for somebody in people], sessions)

    print(sum((somebody.told for somebody in people), Counter()))  # noqa: T201 - what it was worth
    assert faults(outcomes) == []
    assert_consistent()
