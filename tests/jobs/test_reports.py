from jobs.run import run_due
from oms.reports.invariants import invariants


def test_it_asks_every_question(db):
    db.call("tasks.enqueue", p_kind="reports.check")
    run_due()
    assert db.value("select count(*) from reports.checks where broken = 0") == len(invariants())
    assert db.value("select state from tasks.tasks where kind = 'reports.check'") == "done"
