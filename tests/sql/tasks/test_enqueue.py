"""Adding work to do."""

from datetime import timedelta

from tests.support.tasks import task, task_row


def test_it_is_ready_at_once(db):
    added = task_row(task("mails.send", p_args={"id": 7}))
    assert (added.kind, added.args, added.state, added.attempts) == ("mails.send", {"id": 7}, "ready", 0)
    assert added.run_after == db.now()


def test_it_waits_for_its_time(db):
    then = db.now() + timedelta(hours=1)
    assert task_row(task(p_run_after=then)).run_after == then


def test_the_same_dedupe_key_is_one_task(db):
    first = task(p_dedupe_key="once")
    assert task(p_dedupe_key="once") == first
    assert task(p_dedupe_key="twice") != first
    assert db.value("select count(*) from tasks.tasks") == 2


def test_it_is_announced_when_it_is_due_now(db, announced):
    due = task()
    task(p_run_after=db.now() + timedelta(hours=1))
    task(p_dedupe_key="once")
    task(p_dedupe_key="once")
    assert announced == [due, due + 2]
