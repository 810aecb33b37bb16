"""Every schedule has a job that can be done."""

import pytest

from jobs.run import job_of, run_due


def test_every_schedule_has_its_job(db):
    for kind in [row.kind for row in db.rows("select kind from tasks.schedules")]:
        job_of(kind)


@pytest.mark.parametrize("kind", ["api.forget", "auth.forget", "tasks.forget"])
def test_it_forgets(db, kind):
    task_id = db.call("tasks.enqueue", p_kind=kind)
    run_due()
    assert db.value("select state from tasks.tasks where id = :id", id=task_id) == "done"
