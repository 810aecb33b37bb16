"""Every ordered pair of what writes stock and orders, in every order of their statements: whatever the second is told, all adds up."""

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import psycopg
import pytest

from oms.db import call, row, value
from oms.db import engine as oms_engine
from oms.db.errors import REFUSALS
from tests.support import factories
from tests.support.interleaving import Statement, interleave, schedules

FEW = 2  # pairs of the quick suite


def placed() -> Statement:
    order = factories.order(lines=[factories.line("MUG", 2), factories.line("BOWL")], stock_policy="refuse")
    return "select orders.place(%(order)s)", {"order": json.dumps(order)}


def order() -> int:
    return int(value("select min(id) from orders.orders where method = 'ship'"))


def work(method: str = "ship") -> Any:
    return row(
        "select f.id, min(l.id) as line_id from fulfillment.orders as f join fulfillment.lines as l on l.order_id = f.id"
        " where f.method = :method group by f.id order by f.id limit 1",
        method=method,
    )


def level() -> dict[str, object]:
    at = row(
        "select l.* from inventory.levels as l join catalog.variants as v on v.id = l.variant_id where v.sku = 'MUG'"
    )
    return {"variant": at.variant_id, "location": at.location_id}


def payment() -> Statement:
    event = json.dumps(factories.payment(500, "refund"))
    return "select orders.record_payment(%(id)s, %(event)s)", {"id": order(), "event": event}


STEPS: dict[str, Callable[[], Statement]] = {
    "place": placed,
    "cancel": lambda: ("select orders.cancel(%(id)s, 'other')", {"id": order()}),
    "hold": lambda: ("select orders.hold(%(id)s, 'manual')", {"id": order()}),
    "pay": payment,
    "reroute": lambda: ("select orders.reroute(%(id)s)", {"id": order()}),
    "pick": lambda: ("select fulfillment.pick(%(id)s, 1)", {"id": work().line_id}),
    "short": lambda: ("select fulfillment.short(%(id)s, 1)", {"id": work().line_id}),
    "reject": lambda: ("select fulfillment.reject(%(id)s, 'other')", {"id": work().id}),
    "ship": lambda: (
        "select fulfillment.ship(%(id)s)",
        {"id": value("select max(order_id) from fulfillment.packages")},
    ),
    "stage": lambda: (
        "select pickup.stage(%(id)s, 'A1', 'nonce', 'right')",
        {"id": value("select id from fulfillment.orders where method = 'pickup'")},
    ),
    "receive": lambda: ("select inventory.receive(%(variant)s, %(location)s, 3)", level()),
    "adjust": lambda: ("select inventory.adjust(%(variant)s, %(location)s, -1, 'lost')", level()),
}
PAIRS = list(product(STEPS, STEPS))
COMMIT: Statement = ("commit", {})


def open_shop() -> None:
    """Something to do for each: an order to pick, one that is packed, one that is picked for its shelf; three mugs are left."""
    at = factories.store("HERE")
    factories.location("THERE", latitude=48.1)
    for sku, quantity in (("MUG", 8), ("BOWL", 9)):
        factories.stocked(at, quantity, sku)
    call("pickup.save_shelf", p_location_id=at, p_code="A1")
    lines = [factories.line("BOWL"), factories.line("MUG", 2)]
    factories.place_order(lines=lines)
    packed = factories.works(factories.place_order(lines=lines).id)[0]
    factories.pick(packed.id)
    package_id = call("fulfillment.pack", p_order_id=packed.id)
    label = {"p_carrier": "DHL", "p_service": "", "p_tracking_number": "T-1", "p_tracking_url": ""}
    call("fulfillment.add_label", p_package_id=package_id, **label)
    factories.pick(factories.works(factories.place_pickup(at, lines=[factories.line("MUG")]).id)[0].id)


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param(PAIRS[:: len(PAIRS) // FEW], id="quick"),
        pytest.param(PAIRS, marks=pytest.mark.slow, id="thorough"),
    ],
)
def test_every_interleaving_adds_up(
    server: Any, committed_db: Any, assert_consistent: Callable[[], None], pairs: list[tuple[str, str]]
) -> None:
    open_shop()
    works = {name: [make(), COMMIT] for name, make in STEPS.items()}
    shop = oms_engine._engine.url.database
    begun_by_the_first = [schedule for schedule in schedules(2, 2) if schedule[0] == 0]  # else it is the opposite pair
    for first, second in pairs:
        for schedule in begun_by_the_first:
            oms_engine._engine.dispose()
            server.clone(f"{shop}_scene", shop)
            committed_db.connect(server.app_url(f"{shop}_scene"), pool_size=1)
            told = interleave(server.app_url(f"{shop}_scene"), [works[first], works[second]], schedule)
            faults = [error for errors in told for error in errors if not is_refusal(error)]
            assert faults == [], (first, second, schedule)
            assert_consistent()
            oms_engine._engine.dispose()
            server.drop(f"{shop}_scene")
    committed_db.connect(server.app_url(shop), pool_size=1)


def is_refusal(error: psycopg.Error) -> bool:
    return error.sqlstate in REFUSALS or error.diag.constraint_name in REFUSALS
