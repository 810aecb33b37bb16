"""The clock: schedules, and tasks that nobody was rung for."""

import threading

from jobs import clock
from tests.support.tasks import task
from tests.support.together import together


def test_it_rings_for_what_is_due_while_the_bell_is_silent(committed_db, bell, redis):
    clock.tick(bell)
    redis.flushall()
    task_id = task()
    redis.flushall()
    clock.tick(bell)
    due = committed_db.value("select count(*) from tasks.tasks")
    assert [bell.wait() for _ in range(due)][-1] == task_id


def test_it_does_not_ring_while_others_wait_to_be_heard(committed_db, bell):
    clock.tick(bell)
    waiting = bell._outside.count
    clock.tick(bell)
    assert bell._outside.count == waiting


def test_ten_clocks_tick_once(committed_db):
    together(*[lambda: clock.tick(None) for _ in range(10)])
    schedules = committed_db.value("select count(*) from tasks.schedules")
    assert committed_db.value("select count(*) from tasks.tasks") == schedules
    assert committed_db.value("select count(*) from tasks.ticks") == schedules


def test_it_goes_on_after_an_outage(committed_db, bell, monkeypatch, caplog):
    stop = threading.Event()
    ticks = iter([clock.RedisError("gone"), clock.RedisError("gone"), None])

    def tick(_bell):
        outcome = next(ticks)
        if outcome:
            raise outcome
        stop.set()

    monkeypatch.setattr(clock, "SECONDS", 0)
    monkeypatch.setattr(clock, "tick", tick)
    clock.run(bell, stop)
    assert caplog.text.count("stands still") == 1
