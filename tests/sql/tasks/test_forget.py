"""Deleting what was finished long ago."""

from tests.support.tasks import claimed, later, task, task_row


def test_it_keeps_what_is_not_finished_and_what_is_dead(db):
    done, dead, ready = claimed(), claimed(p_max_attempts=1), task()
    db.call("tasks.finish", p_task_id=done, p_attempt=1)
    db.call("tasks.fail", p_task_id=dead, p_attempt=1, p_error="no")
    db.call("tasks.tick")
    later(days=29)
    db.call("tasks.forget")
    assert task_row(done) is not None
    later(days=2)
    db.call("tasks.forget")
    assert task_row(done) is None
    assert (task_row(dead).state, task_row(ready).state) == ("dead", "ready")
    assert db.value("select count(*) from tasks.ticks") == 0
