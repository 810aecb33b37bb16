import json

import pytest

from oms.db import Actor, DomainError
from tests.support.tasks import later


def record(db, broken=0, examples=(), *, whole=True, horizon="7"):
    given = {"p_name": "x", "p_is_whole": whole, "p_horizon": horizon, "p_duration_ms": 12, "p_broken": broken}
    db.call("reports.record_check", **given, p_examples=json.dumps(list(examples)))


def known(db):
    """Up to where it is known to hold."""
    return db.value("select horizon::text from reports.checks")


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


def test_it_remembers_when_all_rows_were_asked_last(db):
    record(db)
    whole_at = db.value("select whole_at from reports.checks")
    later(hours=1)
    record(db, whole=False)
    record(db, 1)
    assert db.row("select whole_at, whole_ms, held_at > whole_at from reports.checks") == (whole_at, 12, True)


def test_it_knows_up_to_where_all_is_well(db):
    record(db, horizon="7")
    record(db, whole=False, horizon="9")
    assert known(db) == "9"


def test_it_knows_nothing_where_something_is_broken(db):
    record(db)
    record(db, 1, whole=False)
    assert known(db) is None


def test_only_all_rows_show_that_it_is_mended(db):
    record(db, 1)
    record(db, whole=False)
    assert db.value("select broken from reports.checks") == 1
    record(db)
    assert db.value("select broken from reports.checks") == 0


def test_it_shows_examples_to_nobody_confined(db):
    record(db, 1, [{"number": "1001"}])
    with db.acting_as(Actor("person", 1, "Bob", (1,))):
        assert db.rows("select * from reports.checks") == []


def test_it_counts_nothing_below_zero(db):
    with pytest.raises(DomainError) as refused:
        record(db, -1)
    assert refused.value.code == "checks_broken_not_negative"
