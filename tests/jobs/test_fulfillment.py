"""Jobs of fulfillment: each finding is a task of its own."""

from datetime import timedelta
from typing import Any

import pytest

from jobs.run import run_due
from oms.fulfillment.carriers import CarrierError
from oms.fulfillment.carriers.simulator import numbers
from tests.support import factories


@pytest.fixture(autouse=True)
def _in_app(app: Any) -> Any:
    with app.app_context():
        yield


def tick(db: Any, kind: str) -> None:
    """The schedule is due."""
    db.call("tasks.enqueue", p_kind=kind)
    run_due()


def pass_time(db: Any, **given: float) -> None:
    db.value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(**given))


def dead(db: Any) -> int:
    return int(db.value("select count(*) from tasks.tasks where state = 'dead'"))


def send(db: Any) -> int:
    """Ship something by OMS Post; the package's id."""
    work_id = factories.works(factories.place_order().id)[0].id
    number = numbers.number_of(work_id, "DE", is_demo=True)
    return factories.ship(work_id, number)


def test_backorders_go_on_when_stock_comes_in(db):
    at = factories.location()
    sku = factories.stocked(at, quantity=1)
    order = factories.place_order(lines=[factories.line(sku, 2)])
    tick(db, "fulfillment.backorders")
    assert len(factories.works(order.id)) == 1
    factories.stock(sku, at, 5)
    tick(db, "fulfillment.backorders")
    assert len(factories.works(order.id)) == 2


def test_one_backorder_that_cannot_be_routed_stops_no_other(db, owner):
    at = factories.location()
    sku = factories.stocked(at, quantity=1)
    poison, good = (factories.place_order(lines=[factories.line(sku, 3)]) for _ in range(2))
    owner(f"alter table routing.decisions add constraint poison check (request_id <> {poison.request_id}) not valid")
    factories.stock(sku, at, 9)
    tick(db, "fulfillment.backorders")
    assert db.value("select sum(backordered) from demand.lines where request_id = :id", id=good.request_id) == 0


def test_packages_arrive_by_themselves(db):
    package_id = send(db)
    tick(db, "fulfillment.tracking")
    assert db.value("select count(*) from fulfillment.tracking_events") == 0
    pass_time(db, minutes=5)
    tick(db, "fulfillment.tracking")
    assert db.value("select tracking_status from fulfillment.packages where id = :id", id=package_id) == "delivered"
    assert db.value("select state from fulfillment.orders") == "delivered"


def test_asking_again_changes_nothing(db):
    send(db)
    pass_time(db, seconds=70)
    for _ in range(2):
        tick(db, "fulfillment.tracking")
    told = db.rows(
        "select status, occurred_at, count(*) from fulfillment.tracking_events group by 1, 2 having count(*) > 1"
    )
    assert told == []
    assert dead(db) == 0


def test_a_carrier_that_does_not_answer_is_asked_again_later(app, db, monkeypatch):
    send(db)
    pass_time(db, minutes=5)
    post = app.extensions["carriers"]["simulator"]

    def fail(*_):
        raise CarrierError("busy")

    with monkeypatch.context() as patched:
        patched.setattr(post, "track", fail)
        tick(db, "fulfillment.tracking")
    assert dead(db) == 0
    tick(db, "fulfillment.tracking")
    assert db.value("select tracking_status from fulfillment.packages") == "delivered"


def test_packages_of_carriers_we_cannot_ask_are_left_alone(db, owner):
    send(db)
    owner("update fulfillment.packages set carrier = 'DHL'")
    pass_time(db, days=3)
    tick(db, "fulfillment.tracking")
    assert db.value("select count(*) from fulfillment.tracking_events") == 0


def test_an_unused_label_goes_back_to_its_carrier(app, db, monkeypatch):
    work_id = factories.works(factories.place_order().id)[0].id
    factories.pick(work_id)
    package_id = db.call("fulfillment.pack", p_order_id=work_id)
    sent = {"p_carrier": "simulator", "p_service": "standard", "p_tracking_number": "OD1", "p_tracking_url": ""}
    db.call("fulfillment.add_label", p_package_id=package_id, **sent, p_label=b"%PDF")
    db.call("fulfillment.reopen", p_order_id=work_id, p_reason="wrong box")
    voided: list[str] = []
    monkeypatch.setattr(app.extensions["carriers"]["simulator"], "void", voided.append)
    run_due()
    assert voided == ["OD1"]
