"""The worker with a real Redis: stopped, emptied, killed, poisoned. Nothing is lost, and nothing is done twice."""

import os
import signal

import pytest

from jobs import clock
from oms import db
from tests.support.redis import running_redis
from tests.support.tasks import eventually, task, task_row, traces


def states(*task_ids):
    return [task_row(task_id).state for task_id in task_ids]


def notes(count):
    return [task("tests.note", p_args={"n": n}) for n in range(count)]


def once_each(count):
    return dict.fromkeys(range(count), 1)


def test_two_workers_do_everything_once_however_often_they_are_rung(start_worker, redis_url, bell):
    start_worker(redis_url)
    start_worker(redis_url)
    task_ids = notes(40)
    for _ in range(5):
        bell.ring(task_ids)
    eventually(lambda: states(*task_ids) == ["done"] * 40)
    assert traces() == once_each(40)


def test_an_emptied_redis_loses_nothing(start_worker, redis, redis_url, bell):
    start_worker(redis_url)
    task_ids = []
    for n in range(30):
        task_ids.append(task("tests.note", p_args={"n": n}))
        redis.flushall()
    eventually(lambda: clock.tick(bell) or states(*task_ids) == ["done"] * 30)
    assert traces() == once_each(30)


def test_it_finds_work_without_redis_and_listens_when_it_is_back(start_worker, tmp_path):
    url = f"unix://{tmp_path}/redis.sock"
    with running_redis(tmp_path):
        start_worker(url)
        first = task("tests.nothing")
        eventually(lambda: states(first) == ["done"])
    during = notes(5)
    eventually(lambda: states(*during) == ["done"] * 5)
    with running_redis(tmp_path):
        after = notes(5)
        eventually(lambda: states(*after) == ["done"] * 5)
    assert traces() == dict.fromkeys(range(5), 2)


def test_a_worker_killed_in_the_middle_loses_nothing(start_worker, hurry):
    worker = start_worker()
    task_id = task("tests.slow", p_args={"n": 1, "seconds": 60})
    eventually(lambda: db.value("select count(*) from history.events where type = 'test.begun'"))
    os.killpg(worker.pid, signal.SIGKILL)
    assert states(task_id) == ["running"]
    hurry()
    db.call("tasks.claim", p_task_id=task_id)  # stands for the next worker's attempt, which is killed as well
    hurry()
    start_worker()
    begun = "select count(*) from history.events where type = 'test.begun'"
    eventually(lambda: db.value(begun) == 2)
    assert task_row(task_id).attempts == 3
    assert traces() == {}


@pytest.mark.parametrize(
    ("kind", "why"), [("tests.poison", "SIGKILL"), ("tests.endless", "it took longer than 1 seconds")]
)
def test_a_task_that_ends_its_process_is_dead_after_three_attempts(start_worker, hurry, kind, why):
    poison = task(kind)
    start_worker(limit_seconds=1)
    good = notes(3)
    eventually(lambda: hurry_unless_running(hurry) or states(poison) == ["dead"])
    assert task_row(poison).attempts == 3
    assert why in task_row(poison).last_error
    eventually(lambda: hurry_unless_running(hurry) or states(*good) == ["done"] * 3)
    assert traces() == once_each(3)


def test_it_ends_its_task_before_it_stops(start_worker):
    worker = start_worker()
    begun = task("tests.slow", p_args={"n": 1, "seconds": 1})
    waiting = task("tests.slow", p_args={"n": 2, "seconds": 1})
    eventually(lambda: states(begun) == ["running"])
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0
    assert states(begun, waiting) == ["done", "ready"]
    assert traces() == {1: 1}


def test_it_stops_at_once_when_there_is_nothing_to_do(start_worker, redis_url, bell):
    worker = start_worker(redis_url, wait_seconds=600)
    first = task("tests.nothing")
    eventually(lambda: states(first) == ["done"])
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0


def hurry_unless_running(hurry):
    """Do not wait for the next attempt, and leave a running one its lease."""
    if not db.value("select count(*) from tasks.tasks where state = 'running'"):
        hurry()
