"""Taking the lease on a task."""

from datetime import timedelta

from tests.support.tasks import claimed, later, task, task_row


def test_it_counts_the_attempt_and_holds_a_lease(db):
    task_id = task()
    taken = db.call("tasks.claim", p_task_id=task_id)
    assert (taken.id, taken.state, taken.attempts) == (task_id, "running", 1)
    assert taken.lease_until == db.now() + timedelta(seconds=60)


def test_it_gives_nothing_to_a_second_worker(db):
    assert db.call("tasks.claim", p_task_id=claimed()).id is None


def test_it_gives_nothing_before_its_time(db):
    waiting = task(p_run_after=db.now() + timedelta(seconds=1))
    assert db.call("tasks.claim", p_task_id=waiting).id is None


def test_it_gives_nothing_that_is_done_or_was_never_there(db):
    task_id = claimed()
    db.call("tasks.finish", p_task_id=task_id, p_attempt=1)
    assert db.call("tasks.claim", p_task_id=task_id).id is None
    assert db.call("tasks.claim", p_task_id=task_id + 1).id is None


def test_it_takes_over_when_the_lease_has_lapsed(db):
    task_id = claimed()
    later(seconds=59)
    assert db.call("tasks.claim", p_task_id=task_id).id is None
    later(seconds=2)
    assert db.call("tasks.claim", p_task_id=task_id).attempts == 2


def test_it_gives_nothing_after_the_last_attempt(db):
    task_id = claimed(p_max_attempts=1)
    later(minutes=5)
    assert db.call("tasks.claim", p_task_id=task_id).id is None
    assert task_row(task_id).attempts == 1
