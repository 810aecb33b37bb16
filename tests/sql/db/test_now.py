from datetime import UTC, datetime


def test_it_is_the_time_of_the_transaction(db):
    assert db.value("select db.now() = now()")


def test_it_is_what_a_test_sets(db):
    assert db.value("select set_config('oms.now', '2026-03-29T01:00:00Z', true)")
    assert db.now() == datetime(2026, 3, 29, 1, tzinfo=UTC)
