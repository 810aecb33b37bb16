"""Whoever locks several rows locks them in the order of the house, however they were named; else two would wait in a circle.

Somebody has the last row. Who comes then has all rows before it already, and waits for that one.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
import pytest

from oms.db import call, rows, value
from oms.db import engine as oms_engine
from tests.support import factories
from tests.support.incoming import expect, in_days
from tests.support.incoming import receive as receive_units
from tests.support.interleaving import Session, Statement
from tests.support.server import Server

SKUS = [f"SKU-{n}" for n in (5, 4, 3, 2, 1, 0)]  # in the order of their ids, which is not that of their names
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


def promise(shop: Shop) -> Statement:
    for sku in BACKWARD:
        expect(shop.here, **{sku: 9})
    order = factories.order(lines=[factories.line(sku, 25) for sku in BACKWARD])
    return "select orders.place(%(order)s)", {"order": json.dumps(order)}


def rescheduled(shop: Shop) -> Statement:
    delivery_id = expect(shop.here, **dict.fromkeys(SKUS, 1))
    return "select inventory.reschedule_incoming(%(id)s, '2100-01-01', 'late')", {"id": delivery_id}


def settled(shop: Shop) -> Statement:
    """Nobody waits any more, which is seen at commit."""
    expect(shop.here, **dict.fromkeys(SKUS, 9))
    order = factories.place_order(lines=[factories.line(sku, 25) for sku in BACKWARD])
    return "select demand.cancel_unrouted(%(id)s)", {"id": order.request_id}


def cancel(shop: Shop) -> Statement:
    return "select orders.cancel(%(id)s, 'customer')", {"id": half_backordered(shop).id}


def cancel_a_part(shop: Shop) -> Statement:
    order = half_backordered(shop)
    lines = rows("select id from demand.lines where request_id = :id order by id", id=order.request_id)
    given = json.dumps([{"demand_line_id": line.id, "quantity": 1} for line in lines])
    return "select fulfillment.cancel_lines(%(id)s, %(lines)s)", {"id": order.request_id, "lines": given}


def retry(shop: Shop) -> Statement:
    order = half_backordered(shop)
    for sku in BACKWARD[1::2]:
        factories.stock(sku, shop.here, 30)
    return "select fulfillment.retry_backorders(%(id)s)", {"id": order.request_id}


def half_backordered(shop: Shop) -> Any:
    """An order of thirty of each: of every second SKU there are as many, of the others they are on their way."""
    expect(shop.here, **dict.fromkeys(BACKWARD[1::2], 30))
    for sku in BACKWARD[::2]:
        factories.stock(sku, shop.here, 30)
    return factories.place_order(lines=[factories.line(sku, 30) for sku in BACKWARD])


AT_THE_DESTINATION = (send, unsend, close_transfer)
Scene = Callable[[Shop], Statement]
OF_DELIVERIES: tuple[Scene, ...] = (received, closed, rescheduled, promise, settled)
OF_LEVELS: tuple[Scene, ...] = (
    reserve,
    consume,
    restore,
    make_room,
    post_count,
    expected,
    received,
    closed,
    place,
    cancel,
    cancel_a_part,
    retry,
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


@contextmanager
def waiting(server: Server, statement: Statement, rows_of: str, row_id: int) -> Iterator[Callable[..., int]]:
    """Do a statement, and what follows at its commit, while somebody has a row that it needs; how many rows are free meanwhile."""
    name = oms_engine._engine.url.database
    with psycopg.connect(server.url(name)) as somebody, psycopg.connect(server.url(name)) as watcher:
        somebody.execute(f"select from {rows_of} = %s for update", [row_id])
        session = Session(server.app_url(name))
        session.begin(statement)
        session.begin(("set constraints all immediate", {}))
        blocked = "select cardinality(pg_blocking_pids(%s)) > 0"
        while not session.is_idle() and not watcher.execute(blocked, [session.pid]).fetchone()[0]:
            time.sleep(0.002)
        yield (
            lambda rows_of, *ids: (
                watcher.execute(f"select from {rows_of} = any (%s) for update skip locked", [list(ids)]).rowcount
            )
        )
        somebody.rollback()
        watcher.rollback()
        session.close()
    assert session.errors == []


def turn_around(owner: psycopg.Connection[Any]) -> None:
    """Make the lines of deliveries stand on the disk in another order than they were written in."""
    for (line_id,) in owner.execute("select id from inventory.incoming_lines order by id desc").fetchall():
        owner.execute("update inventory.incoming_lines set quantity = quantity where id = %s", [line_id])
    owner.execute("vacuum full inventory.incoming_lines")


def test_levels_are_locked_by_sku(server: Server, shop: Shop, committed_owner: psycopg.Connection[Any]) -> None:
    free = {}
    for scene in OF_LEVELS:
        levels = f"inventory.levels where location_id = {shop.there if scene in AT_THE_DESTINATION else shop.here} and variant_id"
        *before, last = shop.variant_ids
        statement = scene(shop)
        turn_around(committed_owner)
        with waiting(server, statement, levels, last) as free_of:
            free[scene.__name__] = free_of(levels, *before)

    assert free == {scene.__name__: 0 for scene in OF_LEVELS}


def test_lines_of_deliveries_are_locked_by_id(
    server: Server, shop: Shop, committed_owner: psycopg.Connection[Any]
) -> None:
    lines = "inventory.incoming_lines where id"
    free = {}
    for scene in OF_DELIVERIES:
        statement = scene(shop)
        ids = [line.id for line in rows("select id from inventory.incoming_lines order by id")][-len(SKUS) :]
        turn_around(committed_owner)
        with waiting(server, statement, lines, ids[-1]) as free_of:
            free[scene.__name__] = free_of(lines, *ids[:-1])
        committed_owner.execute("update inventory.incoming_lines set closed = quantity - received, pegged = 0")

    assert free == {scene.__name__: 0 for scene in OF_DELIVERIES}


def test_levels_come_before_deliveries(server: Server, committed_db: Any) -> None:
    """A preorder is taken back: a part of it has arrived, the rest is expected."""
    at, mug = factories.location(), factories.product("MUG")
    terms = {"p_variant_id": mug.id, "p_channel": "", "p_is_allowed": True, "p_release_on": in_days(30)}
    call("demand.set_backorder_terms", **terms)
    delivery_id = expect(at, 3, MUG=5)
    order = factories.place_order(lines=[factories.line("MUG", 5)])
    receive_units(delivery_id, 3)
    statement: Statement = ("select demand.cancel_unrouted(%(id)s)", {"id": order.request_id})
    with waiting(server, statement, "inventory.incoming_lines where incoming_id", delivery_id) as free_of:
        assert free_of("inventory.levels where variant_id", mug.id) == 0


def test_requests_come_before_orders(server: Server, committed_db: Any) -> None:
    order = factories.place_order()
    statement: Statement = ("select orders.hold(%(id)s, 'manual')", {"id": order.id})
    with waiting(server, statement, "demand.requests where id", order.request_id) as free_of:
        assert free_of("orders.orders where id", order.id) == 1


def test_what_has_arrived_is_given_back_in_its_place(server: Server, committed_db: Any) -> None:
    """An order is canceled: its mug has arrived as promised, its pen was there."""
    at, mug = factories.location(), factories.product("MUG")
    pen_id = factories.stock(factories.product("PEN").sku, at, 1)
    delivery_id = expect(at, 3, MUG=1)
    order = factories.place_order(lines=[factories.line("PEN"), factories.line("MUG")])
    receive_units(delivery_id, 1)
    statement: Statement = ("select orders.cancel(%(id)s, 'other')", {"id": order.id})
    with waiting(server, statement, "inventory.levels where variant_id", pen_id) as free_of:
        assert free_of("inventory.levels where variant_id", mug.id) == 0


def test_who_buys_passes_by_units_that_others_have(server: Server, committed_db: Any) -> None:
    sku = factories.stocked(factories.location(), 4)
    call("inventory.pool", p_variant_id=value("select id from catalog.variants"))
    factories.place_order(lines=[factories.line(sku)])
    first = value("select min(n) from inventory.pool_units")
    order = factories.order(lines=[factories.line(sku)])
    statement: Statement = ("select orders.place(%(order)s)", {"order": json.dumps(order)})
    with waiting(server, statement, "inventory.pool_units where n", first) as free_of:
        assert free_of("inventory.pool_units where n", first, first + 1, first + 2) == 1
