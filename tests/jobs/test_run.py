"""One task from beginning to end, in this process."""

import logging

import pytest

from jobs.run import finishing, run, run_due
from tests.support.tasks import later, task, task_row


@pytest.fixture
def ran(db):
    """Run a new task of a kind; its row afterwards."""

    def run_one(kind, **given):
        task_id = task(kind, **given)
        run(task_id)
        return task_row(task_id)

    return run_one


def test_it_does_the_job_as_the_job(db, ran):
    assert ran("tests.note", p_args={"n": 7}).state == "done"
    event = db.row("select actor, actor_name, subject_id from history.events")
    assert tuple(event) == ("job", "tests.note", 7)


def test_it_notes_the_end_of_a_job_that_does_not(ran):
    assert ran("tests.nothing").state == "done"


def test_it_leaves_alone_what_it_cannot_have(ran, db):
    first = ran("tests.note", p_args={"n": 1})
    run(first.id)
    assert db.value("select count(*) from history.events") == 1


@pytest.mark.parametrize("kind", ["tests.unknown", "unknown.job", "tests", "tests.call"])
def test_it_says_that_there_is_no_such_job(ran, kind):
    failed = ran(kind)
    assert (failed.state, failed.last_error) == ("ready", "There is no job of this kind.")


def test_it_notes_where_a_job_failed_but_not_about_whom(ran, caplog):
    with caplog.at_level(logging.INFO):
        failed = ran("tests.wrong")
    assert failed.state == "ready"
    assert failed.last_error == "ValueError"
    assert "dora@example.com" not in caplog.text


def test_it_notes_the_code_of_a_refusal(ran):
    assert ran("tests.refused").last_error.startswith("OM404")


def test_it_waits_for_the_other_side(ran):
    waiting = ran("tests.too_early")
    assert (waiting.state, waiting.attempts) == ("ready", 0)
    assert waiting.last_error == "the mail server does not answer"


def test_the_effect_is_undone_when_another_attempt_has_the_task(db, monkeypatch):
    task_id = task("tests.note", p_args={"n": 1})

    def meanwhile(_args):
        later(minutes=2)
        db.call("tasks.claim", p_task_id=task_id)
        with finishing():
            db.call("history.record", p_subject="test", p_subject_id=1, p_type="test.done")

    monkeypatch.setattr("jobs.run.job_of", lambda _kind: meanwhile)
    run(task_id)
    assert db.value("select count(*) from history.events") == 0
    assert (task_row(task_id).state, task_row(task_id).attempts) == ("running", 2)


def test_it_does_everything_that_is_due(db):
    for n in range(3):
        task("tests.note", p_args={"n": n})
    run_due()
    assert db.value("select count(*) from history.events") == 3


def test_it_is_only_a_transaction_outside_of_a_task(db):
    with finishing():
        db.call("history.record", p_subject="test", p_subject_id=1, p_type="test.done")
    assert db.value("select count(*) from history.events") == 1
