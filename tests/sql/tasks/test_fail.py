"""Noting what went wrong."""

from datetime import timedelta

from tests.support.tasks import claimed, later, task_row


def test_it_tries_again_later_and_later(db):
    task_id = claimed()
    db.call("tasks.fail", p_task_id=task_id, p_attempt=1, p_error="no")
    failed = task_row(task_id)
    assert (failed.state, failed.last_error, failed.run_after) == ("ready", "no", db.now() + timedelta(seconds=15))
    later(seconds=15)
    db.call("tasks.claim", p_task_id=task_id)
    db.call("tasks.fail", p_task_id=task_id, p_attempt=2, p_error="no")
    assert task_row(task_id).run_after == db.now() + timedelta(seconds=30)


def test_it_is_dead_after_the_last_attempt(db):
    task_id = claimed(p_max_attempts=1)
    db.call("tasks.fail", p_task_id=task_id, p_attempt=1, p_error="no")
    dead = task_row(task_id)
    assert (dead.state, dead.finished_at) == ("dead", db.now())


def test_it_leaves_a_task_to_the_attempt_that_has_it(db):
    task_id = claimed()
    later(minutes=2)
    db.call("tasks.claim", p_task_id=task_id)
    db.call("tasks.fail", p_task_id=task_id, p_attempt=1, p_error="no")
    assert (task_row(task_id).state, task_row(task_id).last_error) == ("running", None)
