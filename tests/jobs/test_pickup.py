"""Jobs of pickup: each finding is a task of its own."""

from datetime import timedelta
from typing import Any

import pytest

from jobs.run import run_due
from tests.support import factories


def tick(db: Any, kind: str) -> None:
    """The schedule is due."""
    db.call("tasks.enqueue", p_kind=kind)
    run_due()


def pass_time(db: Any, **given: float) -> None:
    db.value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(**given))


def ready(db: Any, at: int) -> int:
    """Something that waits at a store; the pickup's id."""
    work_id = factories.works(factories.place_pickup(at).id)[0].id
    factories.pick(work_id)
    return int(db.call("pickup.stage", p_order_id=work_id, p_shelf="A1", p_nonce=b"n", p_code_hash=b"h"))


@pytest.fixture
def store(db):
    db.value("select set_config('oms.now', '2026-11-23 12:00+01', true)")
    at = factories.store(pickup_days=7)
    db.call("pickup.save_shelf", p_location_id=at, p_code="A1")
    return at


def returned(db):
    return [each.id for each in db.rows("select id from pickup.pickups where returned_at is not null order by id")]


def test_what_nobody_collected_is_back_in_stock(db, store):
    pickup_id = ready(db, store)
    pass_time(db, days=7)
    tick(db, "pickup.expiries")
    assert returned(db) == []
    pass_time(db, days=1)
    tick(db, "pickup.expiries")
    assert returned(db) == [pickup_id]
    assert db.value("select sum(reserved) from inventory.levels") == 0


def test_one_that_cannot_be_returned_stops_no_other(db, store, owner):
    first, poison, last = (ready(db, store) for _ in range(3))
    owner(f"alter table pickup.pickups add constraint poison check (id <> {poison} or returned_at is null)")
    pass_time(db, days=8)
    tick(db, "pickup.expiries")
    assert returned(db) == [first, last]
    tick(db, "pickup.expiries")
    failing = db.rows("select state, attempts from tasks.tasks where kind = 'pickup.expire' and state <> 'done'")
    assert [tuple(task) for task in failing] == [("ready", 1)]


def test_customers_are_reminded_once(db, store):
    ready(db, store)
    pass_time(db, days=4)
    for _ in range(2):
        tick(db, "pickup.reminders")
    assert db.value("select count(*) from history.events where type = 'pickup.reminded'") == 1


def test_who_came_meanwhile_is_left_in_peace(db, store):
    pickup_id = ready(db, store)
    pass_time(db, days=8)
    db.call("tasks.enqueue", p_kind="pickup.expire", p_args={"pickup_id": pickup_id})
    db.call("pickup.hand_over", p_pickup_id=pickup_id, p_proof="id", p_code_hash=None, p_collected_by="Dora")
    run_due()
    assert returned(db) == []
    assert db.value("select count(*) from tasks.tasks where state = 'dead'") == 0
