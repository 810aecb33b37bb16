"""PostgreSQL is killed while orders come in: what was acknowledged is there, what was refused is not.

Who does not know how it ended asks again with the same id; after that everybody knows.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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


class Buyers:
    """Each places one order after the other, every fourth of what is sold out, until they are told to stop."""

    def __init__(self, skus: tuple[str, str]) -> None:
        there, gone = (factories.order(lines=[factories.line(sku)], stock_policy="refuse") for sku in skus)
        self._baskets = [there, there, there, gone]
        self._is_over = threading.Event()
        self.acknowledged: set[str] = set()
        self.refused: set[str] = set()
        self.retried = 0

    def stop(self) -> None:
        self._is_over.set()

    def buy(self, buyer: int) -> None:
        number = 0
        with oms_db.acting_as(oms_db.SYSTEM):
            while not self._is_over.is_set():
                number += 1
                self._order(f"{buyer}-{number}", self._baskets[number % 4])

    def _order(self, external_id: str, basket: dict[str, Any]) -> None:
        order = {**basket, "external_id": external_id, "payments": [factories.payment(1000)]}
        while True:
            try:
                call("orders.place", p_order=order)
            except DomainError:
                self.refused.add(external_id)
                return
            except (DBAPIError, PoolTimeoutError):  # nobody knows
                self.retried += 1
                time.sleep(0.02)
            else:
                self.acknowledged.add(external_id)
                return


@pytest.mark.slow
def test_what_was_acknowledged_outlives_postgresql(
    mortal: RunningServer, assert_consistent: Callable[[], None]
) -> None:
    at = factories.location()
    factories.stocked(at, 10**6, "THERE")
    factories.product("GONE")
    buyers = Buyers(("THERE", "GONE"))

    with ThreadPoolExecutor(BUYERS) as pool:
        works = [pool.submit(buyers.buy, buyer) for buyer in range(BUYERS)]
        for _ in range(KILLS):
            time.sleep(0.6)
            mortal.kill()
            mortal.start()
        buyers.stop()
        for work in works:
            work.result()

    print(f"{KILLS} kills, {len(buyers.acknowledged)} orders, {buyers.retried} asked again")  # noqa: T201 - what it was worth
    present = {found.external_id for found in rows("select external_id from orders.orders")}
    assert present == buyers.acknowledged
    assert not present & buyers.refused
    assert value("select sum(reserved) from inventory.levels") == len(present)
    assert_consistent()
