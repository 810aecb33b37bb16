"""Attempts count before they are looked at, and failures make the next one wait."""

import pytest

ALICE, BOB = b"a" * 32, b"b" * 32
HOME, AWAY = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def claim(db):
    def claim(email_hash=ALICE, address=HOME):
        return db.call("auth.claim_login", p_email_hash=email_hash, p_address=address)

    return claim


@pytest.fixture
def fail(owner):
    """Failures of a while ago."""

    def fail(times, email_hash=ALICE, address=HOME, ago="1 second", *, success=False):
        owner(
            "insert into auth.login_attempts (email_hash, address, attempted_at, is_success)"
            " select :email_hash, :address, now() - cast(:ago as interval), :success from generate_series(1, :times)",
            email_hash=email_hash,
            address=address,
            ago=ago,
            success=success,
            times=times,
        )

    return fail


def test_it_counts_an_attempt_as_failed_until_it_is_confirmed(claim, db):
    attempt = claim()
    assert attempt.wait_seconds == 0
    assert db.value("select is_success from auth.login_attempts where id = :id", id=attempt.attempt_id) is False


def test_it_lets_three_failures_pass(claim):
    assert [claim().wait_seconds for _ in range(3)] == [0, 0, 0]
    waiting = claim()
    assert waiting.wait_seconds == 1
    assert waiting.attempt_id is None


@pytest.mark.parametrize(("failures", "wait"), [(3, 0), (4, 1), (8, 31), (20, 899)])
def test_it_doubles_the_wait_up_to_a_quarter_of_an_hour(claim, fail, failures, wait):
    fail(failures)
    assert claim().wait_seconds == wait


def test_it_is_over_when_the_time_is(claim, fail):
    fail(20, ago="16 minutes")
    assert claim().wait_seconds == 0


def test_it_begins_anew_after_a_success(claim, fail):
    fail(8, ago="1 minute")
    fail(1, ago="30 seconds", success=True)
    assert claim().wait_seconds == 0


def test_it_slows_down_an_account_that_is_tried_from_everywhere(claim, fail):
    for place in range(12):
        fail(1, address=f"203.0.113.{place}")
    assert claim(address=AWAY).wait_seconds > 0


def test_nobody_can_shut_out_a_person_from_where_they_have_logged_in_before(claim, fail):
    fail(1, ago="3 days", success=True)
    for place in range(12):
        fail(1, address=f"203.0.113.{place}")
    assert claim(address=HOME).wait_seconds == 0


def test_it_slows_down_an_address_that_tries_everybody(claim, fail):
    for person in range(25):
        fail(1, email_hash=bytes([person]) * 32, address=AWAY)
    assert claim(BOB, AWAY).wait_seconds > 0
    assert claim(BOB, HOME).wait_seconds == 0


def test_it_slows_down_everybody_under_a_flood_but_those_it_knows(claim, fail):
    fail(1, ago="3 days", success=True)
    for place in range(35):
        fail(10, email_hash=bytes([place]) * 32, address=f"203.0.113.{place}")
    assert claim(BOB, AWAY).wait_seconds > 0
    assert claim(ALICE, HOME).wait_seconds == 0
