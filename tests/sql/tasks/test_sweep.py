"""Finding what is due and nobody does."""

from datetime import timedelta

from tests.support.tasks import claimed, later, task, task_row


def test_it_finds_what_is_due_the_oldest_first(db):
    first = task(p_run_after=db.now() - timedelta(seconds=1))
    second = task()
    task(p_run_after=db.now() + timedelta(seconds=1))
    claimed()
    assert db.call("tasks.sweep") == [first, second]


def test_it_finds_what_a_dead_worker_left_behind(db):
    left = claimed()
    assert db.call("tasks.sweep") == []
    later(seconds=61)
    assert db.call("tasks.sweep") == [left]


def test_it_buries_what_killed_its_worker_for_the_last_time(db):
    poison = claimed(p_max_attempts=1)
    later(seconds=61)
    assert db.call("tasks.sweep") == []
    buried = task_row(poison)
    assert (buried.state, buried.last_error) == ("dead", "The worker died while doing it.")


def test_it_finds_no_more_than_asked_for(db):
    for _ in range(3):
        task()
    assert len(db.call("tasks.sweep", p_limit=2)) == 2
