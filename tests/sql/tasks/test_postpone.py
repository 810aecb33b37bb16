"""Waiting for the rest of the world."""

from datetime import timedelta

import pytest

from tests.support.tasks import claimed, later, task_row


def test_it_costs_no_attempt(db):
    task_id = claimed(p_max_attempts=1)
    for attempt in range(5):
        assert task_row(task_id).attempts == 1, attempt
        db.call("tasks.postpone", p_task_id=task_id, p_attempt=1, p_error="no answer")
        assert (task_row(task_id).state, task_row(task_id).attempts) == ("ready", 0)
        later(hours=1)
        db.call("tasks.claim", p_task_id=task_id)
    assert task_row(task_id).last_error == "no answer"


@pytest.mark.parametrize(
    ("waited", "wait"),
    [
        (timedelta(0), timedelta(seconds=15)),
        (timedelta(minutes=10), timedelta(minutes=5)),
        (timedelta(days=1), timedelta(hours=1)),
    ],
)
def test_it_waits_half_as_long_as_it_has_waited(db, waited, wait):
    task_id = claimed()
    later(seconds=waited.total_seconds())
    db.call("tasks.postpone", p_task_id=task_id, p_attempt=1, p_error="no answer")
    assert task_row(task_id).run_after == db.now() + wait


def test_it_leaves_a_task_to_the_attempt_that_has_it(db):
    task_id = claimed()
    later(minutes=2)
    db.call("tasks.claim", p_task_id=task_id)
    db.call("tasks.postpone", p_task_id=task_id, p_attempt=1, p_error="no answer")
    assert (task_row(task_id).state, task_row(task_id).attempts) == ("running", 2)
