import json

import pytest

from oms.db import Actor, DomainError
from tests.support.tasks import later


def record(db, broken=0, examples=()):
    db.call(
        "reports.record_check", p_name="x", p_duration_ms=12, p_broken=broken, p_examples=json.dumps(list(examples))
    )


def test_it_keeps_the_last_answer(db):
    record(db, 2, [{"number": "1001"}])
    record(db)
    assert db.row("select name, duration_ms, broken, examples from reports.checks") == ("x", 12, 0, [])


def test_it_remembers_when_it_held_last(db):
    record(db, 1)
    assert db.value("select held_at from reports.checks") is None
    record(db)
    held_at = db.value("select held_at from reports.checks")
    later(hours=1)
    record(db, 1)
    assert db.value("select held_at from reports.checks") == held_at < db.value("select checked_at from reports.checks")


def test_it_shows_examples_to_nobody_confined(db):
    record(db, 1, [{"number": "1001"}])
    with db.acting_as(Actor("person", 1, "Bob", (1,))):
        assert db.rows("select * from reports.checks") == []


def test_it_counts_nothing_below_zero(db):
    with pytest.raises(DomainError) as refused:
        record(db, -1)
    assert refused.value.code == "checks_broken_not_negative"
