"""Who a session belongs to."""

import pytest

SESSION = b"s" * 32


@pytest.fixture
def session(alice, begin):
    return begin(alice)


@pytest.fixture
def pass_time(owner):
    """Make the session look as if it had been begun earlier."""

    def pass_time(minutes):
        owner(
            "update auth.sessions set created_at = created_at - m, last_seen_at = last_seen_at - m,"
            " idle_until = idle_until - m, expires_at = expires_at - m"
            " from (select :minutes * interval '1 minute' as m) as passed",
            minutes=minutes,
        )

    return pass_time


def test_it_finds_the_person(session, who):
    assert who(session) == "alice@example.com"
    assert who(b"?" * 32) is None


def test_being_seen_prolongs_it(session, who, pass_time):
    for _ in range(5):
        pass_time(25)
        assert who(session) == "alice@example.com"


def test_it_ends_after_half_an_hour_of_nothing(session, who, pass_time):
    pass_time(31)
    assert who(session) is None


def test_it_ends_after_a_shift_however_busy(session, who, pass_time):
    for _ in range(31):
        pass_time(24)
        last = who(session)
    assert last is None


def test_it_is_written_once_a_minute(session, who, pass_time, db):
    pass_time(0.5)
    before = db.value("select last_seen_at from auth.sessions")
    who(session)
    assert db.value("select last_seen_at from auth.sessions") == before
    pass_time(1)
    who(session)
    assert db.value("select last_seen_at from auth.sessions") > before


def test_shutting_out_ends_it(session, who, change):
    change(p_is_active=False)
    assert who(session) is None
