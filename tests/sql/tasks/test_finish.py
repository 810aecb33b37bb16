"""Marking a task done."""

import pytest

from tests.support.tasks import claimed, later, task_row


def test_it_is_done(db):
    task_id = claimed()
    db.call("tasks.finish", p_task_id=task_id, p_attempt=1)
    done = task_row(task_id)
    assert (done.state, done.lease_until, done.finished_at) == ("done", None, db.now())


def test_it_refuses_the_attempt_that_lost_its_lease(db):
    task_id = claimed()
    later(minutes=2)
    db.call("tasks.claim", p_task_id=task_id)
    with pytest.raises(db.DomainError) as refused:
        db.call("tasks.finish", p_task_id=task_id, p_attempt=1)
    assert refused.value.code == "OM901"
    assert task_row(task_id).state == "running"
