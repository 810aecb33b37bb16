"""Holding on to a task that takes longer."""

from datetime import timedelta

import pytest

from tests.support.tasks import claimed, later, task_row


def test_it_holds_the_lease_from_now(db):
    task_id = claimed()
    later(seconds=40)
    db.call("tasks.extend_lease", p_task_id=task_id, p_attempt=1)
    assert task_row(task_id).lease_until == db.now() + timedelta(seconds=60)


def test_it_refuses_a_lease_that_another_attempt_took(db):
    task_id = claimed()
    later(minutes=2)
    db.call("tasks.claim", p_task_id=task_id)
    with pytest.raises(db.DomainError) as refused:
        db.call("tasks.extend_lease", p_task_id=task_id, p_attempt=1)
    assert refused.value.code == "OM901"
