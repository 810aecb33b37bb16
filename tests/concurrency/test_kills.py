"""PostgreSQL is killed while orders come in and are canceled: what was acknowledged is there, what was refused is not.

Who does not know how it ended asks again with the same id; after that everybody knows.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random, randrange
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from oms import db as oms_db
from oms.db import DomainError, call, rows, value
from tests.support import factories
from tests.support.server import RunningServer

BUYERS = 12
KILLS = 200
ORDERS = 8  # acknowledged between one kill and the next, so that each of them meets everybody at work
OVER = "OM303"
PATIENCE = 120  # seconds


class Buyers:
    """Each places one order after the other, every fourth of what is sold out, and cancels every third that was placed."""

    def __init__(self, skus: tuple[str, str]) -> None:
        there, gone = (factories.order(lines=[factories.line(sku)], stock_policy="refuse") for sku in skus)
        self._baskets = [there, there, there, gone]
        self._is_over = threading.Event()
        self.acknowledged: set[str] = set()
        self.canceled: set[str] = set()
        self.refused: set[str] = set()
        self.retried = 0

    def stop(self) -> None:
        self._is_over.set()

    def wait_for(self, orders: int) -> None:
        """Until so many more orders were acknowledged."""
        wanted = len(self.acknowledged) + orders
        until = time.monotonic() + PATIENCE
        while len(self.acknowledged) < wanted:
            assert time.monotonic() < until, "nobody gets an order through"
            time.sleep(0.01)

    def buy(self, buyer: int) -> None:
        number = 0
        with oms_db.acting_as(oms_db.SYSTEM):
            while not self._is_over.is_set():
                number += 1
                self._order(f"{buyer}-{number}", self._baskets[number % 4])

    def _order(self, external_id: str, basket: dict[str, Any]) -> None:
        order = {**basket, "external_id": external_id, "payments": [factories.payment(1000)]}
        try:
            placed = self._ask(lambda: call("orders.place", p_order=order))
        except DomainError:
            self.refused.add(external_id)
            return
        self.acknowledged.add(external_id)
        if len(self.acknowledged) % 3 == 0:
            self._cancel(external_id, placed.order_id)

    def _cancel(self, external_id: str, order_id: int) -> None:
        try:
            self._ask(lambda: call("orders.cancel", p_order_id=order_id, p_reason="customer"))
        except DomainError as refused:
            if refused.code != OVER:  # by ourselves, before we asked again
                raise
        self.canceled.add(external_id)

    def _ask(self, what: Callable[[], Any]) -> Any:
        """Until somebody knows how it ended."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return what()
            except (DBAPIError, PoolTimeoutError):
                if time.monotonic() > until:
                    raise
                self.retried += 1
                time.sleep(0.02)


@pytest.mark.slow
def test_what_was_acknowledged_outlives_postgresql(
    mortal: RunningServer, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    factories.stocked(at, 10**6, "THERE")
    factories.product("GONE")
    buyers = Buyers(("THERE", "GONE"))
    seed = randrange(10**6)  # noqa: S311 - to be repeated
    chance = Random(seed)  # noqa: S311

    with ThreadPoolExecutor(BUYERS) as pool:
        works = [pool.submit(buyers.buy, buyer) for buyer in range(BUYERS)]
        try:
            for _ in range(KILLS):
                buyers.wait_for(ORDERS)
                time.sleep(chance.uniform(0, 0.1))  # in the middle of something
                mortal.kill()
                mortal.start()
        finally:
            buyers.stop()
        for work in works:
            work.result()

    told = f"{len(buyers.acknowledged)} orders, {len(buyers.canceled)} canceled, {len(buyers.refused)} refused"
    print(f"seed {seed}: {KILLS} kills, {told}, {buyers.retried} asked again")  # noqa: T201 - what it was worth
    present = {found.external_id: found.state for found in rows("select external_id, state from orders.orders")}
    assert set(present) == buyers.acknowledged
    assert {external_id for external_id, state in present.items() if state == "canceled"} == buyers.canceled
    assert not set(present) & buyers.refused
    assert value("select sum(reserved) from inventory.levels") == len(buyers.acknowledged - buyers.canceled)
    assert_consistent()
