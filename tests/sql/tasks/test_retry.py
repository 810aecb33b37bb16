"""A dead task is given new attempts."""

import pytest

from tests.support.tasks import claimed, task, task_row


def test_it_is_ready_again_and_announced(db, announced):
    task_id = claimed(p_max_attempts=1)
    db.call("tasks.fail", p_task_id=task_id, p_attempt=1, p_error="no")
    announced.clear()
    db.call("tasks.retry", p_task_id=task_id)
    ready = task_row(task_id)
    assert (ready.state, ready.attempts, ready.run_after, ready.finished_at) == ("ready", 0, db.now(), None)
    assert announced == [task_id]


def test_it_refuses_what_is_not_dead(db):
    with pytest.raises(db.DomainError) as refused:
        db.call("tasks.retry", p_task_id=task())
    assert refused.value.code == "OM404"
