"""What schedules owe."""

import pytest

from tests.support.tasks import later


@pytest.fixture
def schedule(owner):
    """The only schedule, every five minutes, at 10:00."""
    owner("delete from tasks.schedules")
    owner("insert into tasks.schedules (name, kind, every) values ('test', 'tests.nothing', '5 minutes')")
    owner("select set_config('oms.now', '2026-03-01 10:00+00', true)")


def test_it_enqueues_each_tick_once(db, schedule):
    assert len(db.call("tasks.tick")) == 1
    later(minutes=4)
    assert db.call("tasks.tick") == []
    db.call("tasks.claim", p_task_id=db.value("select max(id) from tasks.tasks"))
    later(minutes=1)
    assert len(db.call("tasks.tick")) == 1
    assert db.value("select count(*) from tasks.ticks") == 2


def test_it_adds_no_task_while_the_last_one_waits(db, schedule):
    db.call("tasks.tick")
    later(minutes=5)
    assert db.call("tasks.tick") == []
    assert db.value("select count(*) from tasks.tasks") == 1


def test_it_does_not_make_up_for_what_was_missed(db, schedule):
    later(days=1, minutes=2)
    assert len(db.call("tasks.tick")) == 1
    assert str(db.value("select ticked_at at time zone 'UTC' from tasks.ticks")) == "2026-03-02 10:00:00"


def test_it_leaves_alone_what_is_switched_off(db, owner, schedule):
    owner("update tasks.schedules set is_active = false")
    assert db.call("tasks.tick") == []
