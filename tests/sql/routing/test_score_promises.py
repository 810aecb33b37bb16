"""routing.score_promises: whether what was promised was kept, and if not, why; from placing to the carrier's word."""

from datetime import date
from typing import Any

import pytest

from tests.support import factories
from tests.support.tasks import later


@pytest.fixture(autouse=True)
def _monday(db: Any) -> None:
    """A Monday morning in Berlin."""
    db.value("select set_config('oms.now', '2026-11-02T09:00:00Z', true)")


def promise(db: Any, order: Any) -> Any:
    return db.row(
        "select p.* from routing.promises as p join demand.lines as l on l.id = p.line_id where l.request_id = :id",
        id=order.request_id,
    )


def told(db: Any, order: Any) -> tuple[str, str | None]:
    found = promise(db, order)
    return found.state, found.cause


def test_it_promises_the_day_it_arrives_with_its_parts(db: Any) -> None:
    made = promise(db, factories.place_order())
    assert (made.promised_on, made.expected_on, made.state) == (date(2026, 11, 4), date(2026, 11, 4), "open")
    assert made.parts == {
        "is_in_time": True,
        "starts_on": "2026-11-02",
        "leaves_on": "2026-11-02",
        "arrives_on": "2026-11-04",
        "carrier": "OMS Post",
        "zone": "Domestic",
    }


def test_it_promises_nothing_of_what_waits_for_stock(db: Any) -> None:
    sku = factories.stocked(factories.location(), 2)
    assert promise(db, factories.place_order(lines=[factories.line(sku, 3)])) is None


@pytest.mark.parametrize(
    ("leaves", "travels", "outcome"),
    [(0, 2, ("kept", None)), (0, 3, ("missed", "transit")), (1, 2, ("missed", "processing"))],
)
def test_a_parcel_is_scored_by_when_it_left_and_arrived(
    db: Any, leaves: int, travels: int, outcome: tuple[str, str | None]
) -> None:
    order = factories.place_order()
    later(days=leaves)
    package_id = factories.ship(factories.works(order.id)[0].id)
    assert told(db, order) == ("open", None)
    later(days=travels)
    factories.deliver(package_id)
    assert told(db, order) == outcome


def test_what_was_paid_too_late_is_the_customers(db: Any) -> None:
    order = factories.place_order(holds=[{"reason": "payment"}])
    later(days=3)
    db.call("orders.unhold", p_order_id=order.id, p_reason="payment")
    later(days=2)
    factories.deliver(factories.ship(factories.works(order.id)[0].id))
    assert told(db, order) == ("missed", "customer")


def test_what_was_not_found_is_the_stocks_and_the_first_promise_counts(db: Any) -> None:
    here, there = factories.location(), factories.location()
    order = factories.place_order(at=here)
    sku = db.value("select sku from orders.lines where order_id = :id", id=order.id)
    factories.stock(sku, there)
    later(days=1)
    db.call("fulfillment.reject", p_order_id=factories.works(order.id)[0].id, p_reason="closed")
    again = promise(db, order)
    assert (again.promised_on, again.expected_on) == (date(2026, 11, 4), date(2026, 11, 5))
    package_id = factories.ship(factories.works(order.id)[1].id)
    later(days=2)
    factories.deliver(package_id)
    assert told(db, order) == ("missed", "stock")


def test_a_pickup_is_promised_and_scored_by_when_it_is_ready(db: Any) -> None:
    order = factories.place_pickup(factories.store())
    assert promise(db, order).promised_on == date(2026, 11, 2)
    (work,) = factories.works(order.id)
    factories.pick(work.id)
    db.call("pickup.save_shelf", p_location_id=work.location_id, p_code="A1")
    later(days=1)
    db.call("pickup.stage", p_order_id=work.id, p_shelf="A1", p_nonce=b"nonce", p_code_hash=b"hash")
    assert told(db, order) == ("missed", "processing")


def test_what_is_canceled_is_promised_no_more(db: Any) -> None:
    order = factories.place_order()
    db.call("orders.cancel", p_order_id=order.id, p_reason="mistake")
    assert told(db, order) == ("withdrawn", None)
