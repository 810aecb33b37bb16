"""Promise 7, in PostgreSQL: many workers and clocks at once, and everything is done once."""

from collections import Counter

import pytest

from jobs import run
from tests.support import jobs
from tests.support.tasks import task, traces
from tests.support.together import together


@pytest.fixture(autouse=True)
def _jobs_of_tests(monkeypatch):
    monkeypatch.setattr(run, "job_of", lambda kind: getattr(jobs, kind.partition(".")[2]))


def test_of_fifty_workers_one_gets_the_task(committed_db):
    task_id = task()
    taken = together(*[lambda: committed_db.call("tasks.claim", p_task_id=task_id).id for _ in range(50)])
    assert Counter(taken) == {task_id: 1, None: 49}


def test_ten_workers_that_sweep_do_everything_once(committed_db):
    for n in range(60):
        task("tests.note", p_args={"n": n})
    assert [error for error in together(*[run.run_due] * 10) if error] == []
    assert traces() == dict.fromkeys(range(60), 1)


def test_the_same_dedupe_key_fifty_times_at_once_is_one_task(committed_db):
    ids = together(*[lambda: task(p_dedupe_key="once") for _ in range(50)])
    assert len(set(ids)) == 1
    assert committed_db.value("select count(*) from tasks.tasks") == 1
