"""Whatever process is killed while orders come in over HTTP: web, worker, work-horse or PostgreSQL.

What was acknowledged is there, what was refused is not; who does not know how it ended asks again with the same key.
"""

import http.client
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random, randrange
from typing import Any

import psutil
import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from oms.db import engine as oms_engine
from oms.db import rows, value
from oms.launch.parent import dies_with_us
from tests.concurrency.conftest import Answer, Site, environment, start_site
from tests.support.channels import ADDRESS, channel, sold
from tests.support.server import RunningServer
from tests.support.source import ROOT
from tests.support.tasks import eventually

BUYERS = 8
KILLS = 200


class House:
    """PostgreSQL, a web server with two processes, and a worker; any of them may be killed."""

    def __init__(self, postgres: RunningServer, folder: Path) -> None:
        self._postgres = postgres
        self._folder = folder
        self.site, self._web = start_site(folder, WEB_CONCURRENCY="2")
        self._hire()

    def _hire(self) -> None:
        words = [*dies_with_us("KILL"), sys.executable, "-m", "jobs.worker"]
        self._worker = subprocess.Popen(words, cwd=ROOT, env=environment(self._folder), stderr=subprocess.DEVNULL)

    def kill(self, victim: str) -> None:
        if victim == "postgres":
            self._postgres.kill()
            self._postgres.start()
        elif victim == "web":
            self._kill_child(self._web)  # gunicorn starts another
        elif victim == "horse":
            self._kill_child(self._worker)  # the worker takes another for the next task
        else:
            self._worker.kill()
            self._worker.wait(10)
            self._hire()

    def _kill_child(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(psutil.NoSuchProcess):
            for child in psutil.Process(process.pid).children()[:1]:
                child.kill()

    def close(self) -> None:
        for process in (self._web, self._worker):
            process.terminate()
            process.wait(60)


class Buyers:
    """Each buys over HTTP, every fourth time what is sold out, until they are told to stop."""

    def __init__(self, site: Site, skus: tuple[str, str]) -> None:
        there, gone = ({"ship_to": ADDRESS, "lines": [{"sku": sku, "quantity": 1}]} for sku in skus)
        self._site = site
        self._baskets = [there, there, there, gone]
        self._is_over = threading.Event()
        self.acknowledged: dict[str, Answer] = {}
        self.refused: set[str] = set()
        self.retried: Counter[object] = Counter()

    def stop(self) -> None:
        self._is_over.set()

    def buy(self, buyer: int) -> None:
        for number in count():
            if self._is_over.is_set():
                return
            self._order(f"{buyer}-{number}", self._baskets[number % 4])

    def _order(self, key: str, basket: dict[str, Any]) -> None:
        while True:
            try:
                answer = self._site.order(basket, key)
            except (OSError, http.client.HTTPException) as error:  # nobody knows
                self.retried[type(error).__name__] += 1
            else:
                if answer.status == 201:
                    self.acknowledged[key] = answer
                    return
                if answer.status == 409 and answer.body["code"] == "OM101":
                    self.refused.add(key)
                    return
                self.retried[answer.status] += 1
            time.sleep(0.05)


@pytest.fixture
def house(mortal: RunningServer, tmp_path: Path) -> Iterator[House]:
    channel("market", "api", stock_policy="refuse")
    opened = House(mortal, tmp_path)
    yield opened
    opened.close()


def hurry(postgres: RunningServer) -> None:
    """Let the leases of who was killed be over now, and all waiting."""
    with psycopg.connect(postgres.address.url(oms_engine._engine.url.database), autocommit=True) as connection:
        connection.execute("update tasks.tasks set run_after = least(run_after, now()) where state = 'ready'")
        connection.execute("update tasks.tasks set lease_until = lease_until - interval '1 hour'")


def is_done() -> bool:
    with suppress(OperationalError):
        return not value("select count(*) from tasks.tasks where state in ('ready', 'running')")
    return False


@pytest.mark.slow
def test_what_was_acknowledged_outlives_every_process(
    mortal: RunningServer,
    house: House,
    assert_consistent: Callable[[], None],
) -> None:
    seed = randrange(10**6)  # noqa: S311 - to be repeated
    chance = Random(seed)  # noqa: S311
    buyers = Buyers(house.site, (sold("THERE", 10**6), sold("GONE", 1)))
    killed: Counter[str] = Counter()

    with ThreadPoolExecutor(BUYERS) as pool:
        works = [pool.submit(buyers.buy, buyer) for buyer in range(BUYERS)]
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.3, 1.5))
            victim = chance.choice(["web", "web", "worker", "horse", "postgres"])
            house.kill(victim)
            killed[victim] += 1
        buyers.stop()
        for work in works:
            work.result()
    hurry(mortal)
    eventually(is_done, seconds=300)

    told = f"seed {seed}: {dict(killed)}, {len(buyers.acknowledged)} orders, asked again {dict(buyers.retried)}"
    print(told)  # noqa: T201 - what it was worth
    numbers = {answer.body["number"] for answer in buyers.acknowledged.values()}
    assert {found.number for found in rows("select number from orders.orders")} == numbers
    assert len(numbers) == len(buyers.acknowledged)
    assert len(buyers.refused) > 0
    assert value("select sum(reserved) from inventory.levels") == len(numbers)
    assert rows("select kind, last_error from tasks.tasks where state = 'dead'") == []
    twice = "select order_id, kind from notifications.messages group by order_id, kind having count(*) > 1"
    assert rows(twice) == []
    assert_consistent()
