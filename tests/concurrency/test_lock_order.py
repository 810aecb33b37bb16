"""Whoever locks several rows locks them in the order of the house, however they were named; else two would wait in a circle.

Somebody has the last row. Who comes then has all rows before it already, and waits for that one.
"""

import json
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import psycopg
import pytest

from oms.db import call, rows
from oms.db import engine as oms_engine
from tests.support import factories
from tests.support.incoming import expect
from tests.support.interleaving import Session, Statement

SKUS = [f"SKU-{n}" for n in range(6)]
BACKWARD = list(reversed(SKUS))


class Shop(NamedTuple):
    """Two places with ten of each SKU."""

    here: int
    there: int
    variant_ids: list[int]

    def claims(self) -> list[dict[str, int]]:
        return [
            {"variant_id": variant_id, "location_id": self.here, "quantity": 1} for variant_id in self.variant_ids[::-1]
        ]

    def transfer(self, *steps: str) -> int:
        """Of one each, from here to there."""
        ends = {"p_source_id": self.here, "p_destination_id": self.there}
        transfer_id = int(call("inventory.create_transfer", **ends))
        for sku in BACKWARD:
            call("inventory.set_transfer_line", p_transfer_id=transfer_id, p_code=sku, p_quantity=1)
        for step in steps:
            call(f"inventory.{step}_transfer", p_transfer_id=transfer_id)
        return transfer_id


def reserve(shop: Shop) -> Statement:
    return "select inventory.reserve(%(claims)s)", {"claims": json.dumps(shop.claims())}


def consume(shop: Shop) -> Statement:
    call("inventory.reserve", p_claims=shop.claims())
    return "select inventory.consume(%(claims)s, 'shipped', 'test', 1)", {"claims": json.dumps(shop.claims())}


def restore(shop: Shop) -> Statement:
    return "select inventory.restore(%(claims)s, 'test', 1)", {"claims": json.dumps(shop.claims())}


def make_room(shop: Shop) -> Statement:
    return "select inventory.make_room(%(ids)s)", {"ids": shop.variant_ids[::-1]}


def post_count(shop: Shop) -> Statement:
    count_id = call("inventory.start_count", p_location_id=shop.here, p_scope="full")
    for sku in BACKWARD:
        call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=9)
    call("inventory.review_count", p_count_id=count_id)
    return "select inventory.post_count(%(id)s)", {"id": count_id}


def expected(shop: Shop) -> Statement:
    lines = [{"sku": sku, "quantity": 1} for sku in BACKWARD]
    delivery = {"reference": "PO-X", "location_id": shop.here, "expected_on": "2100-01-01", "lines": lines}
    return "select inventory.expect(%(delivery)s)", {"delivery": json.dumps(delivery)}


def received(shop: Shop) -> Statement:
    delivery_id = expect(shop.here, **dict.fromkeys(SKUS, 1))
    lines = rows("select id from inventory.incoming_lines where incoming_id = :id order by id desc", id=delivery_id)
    given = json.dumps([{"line_id": line.id, "quantity": 1} for line in lines])
    return "select inventory.receive_incoming(%(id)s, %(lines)s)", {"id": delivery_id, "lines": given}


def closed(shop: Shop) -> Statement:
    delivery_id = expect(shop.here, **dict.fromkeys(BACKWARD, 1))
    return "select inventory.close_incoming(%(id)s, 'none left')", {"id": delivery_id}


def send(shop: Shop) -> Statement:
    return "select inventory.send_transfer(%(id)s)", {"id": shop.transfer("ready")}


def unsend(shop: Shop) -> Statement:
    return "select inventory.unsend_transfer(%(id)s)", {"id": shop.transfer("ready", "send")}


def close_transfer(shop: Shop) -> Statement:
    return "select inventory.close_transfer(%(id)s, 'lost')", {"id": shop.transfer("ready", "send")}


def place(_shop: Shop) -> Statement:
    order = factories.order(lines=[factories.line(sku) for sku in BACKWARD])
    return "select orders.place(%(order)s)", {"order": json.dumps(order)}


AT_THE_DESTINATION = (send, unsend, close_transfer)
SCENES: tuple[Callable[[Shop], Statement], ...] = (
    reserve,
    consume,
    restore,
    make_room,
    post_count,
    expected,
    received,
    closed,
    place,
    *AT_THE_DESTINATION,
)


@pytest.fixture
def shop(committed_db: Any) -> Shop:
    here, there = factories.location("HERE", latitude=52.5), factories.location("THERE", latitude=48.1)
    for sku in SKUS:
        factories.product(sku)
    for sku in BACKWARD:  # so that the order of the rows on the disk is not the order of the house
        for at in (here, there):
            factories.stock(sku, at, 10)
    ids = [int(found.id) for found in rows("select id from catalog.variants order by id")]
    return Shop(here, there, ids)


def locked_before_the_last(server: Any, statement: Statement, variant_ids: list[int], location_id: int) -> int:
    """How many rows before the last are locked by who waits for that one."""
    name = oms_engine._engine.url.database
    level = "select from inventory.levels where location_id = %s and variant_id = any (%s) for update skip locked"
    with psycopg.connect(server.url(name)) as somebody, psycopg.connect(server.url(name)) as watcher:
        somebody.execute(level, [location_id, variant_ids[-1:]])
        session = Session(server.app_url(name))
        session.begin(statement)
        waiting = "select cardinality(pg_blocking_pids(%s)) > 0"
        while not session.is_idle() and not watcher.execute(waiting, [session.pid]).fetchone()[0]:
            time.sleep(0.002)
        free = watcher.execute(level, [location_id, variant_ids[:-1]]).rowcount
        somebody.rollback()
        watcher.rollback()
        session.close()
    assert session.errors == []
    return len(variant_ids) - 1 - free


def test_levels_are_locked_by_sku(server: Any, shop: Shop) -> None:
    told = {}
    for scene in SCENES:
        at = shop.there if scene in AT_THE_DESTINATION else shop.here
        told[scene.__name__] = locked_before_the_last(server, scene(shop), shop.variant_ids, at)

    assert told == {scene.__name__: len(SKUS) - 1 for scene in SCENES}
