"""Accounts under many hands at once."""

from functools import partial

from oms.db import DomainError
from tests.support.together import together


def _codes(outcomes):
    return sorted(outcome.code for outcome in outcomes if isinstance(outcome, DomainError))


def test_parallel_guesses_count_one_by_one(committed_db):
    guess = partial(committed_db.call, "auth.claim_login", p_email_hash=b"a" * 32, p_address="192.0.2.1")
    outcomes = together(*[guess] * 20)
    assert sum(outcome.wait_seconds == 0 for outcome in outcomes) == 3


def test_a_first_link_makes_one_owner(committed_db):
    committed_db.call("auth.create_setup_link", p_token_hash=b"1" * 32)
    outcomes = together(
        *[
            partial(
                committed_db.call,
                "auth.use_setup_link",
                p_token_hash=b"1" * 32,
                p_password_hash="hash",
                p_email=f"owner{number}@example.com",
                p_name="Owner",
            )
            for number in range(8)
        ]
    )
    assert _codes(outcomes) == ["OM412"] * 7
    assert committed_db.value("select count(*) from auth.people") == 1


def test_two_owners_cannot_remove_each_other(committed_db):
    owners = [
        committed_db.call("auth.create_person", p_email=f"{name}@example.com", p_name=name, p_role="owner")
        for name in ("olivia", "oscar")
    ]
    outcomes = together(
        *[
            partial(
                committed_db.call,
                "auth.update_person",
                p_person_id=person_id,
                p_email=f"{person_id}@example.com",
                p_name="Owner",
                p_role="service",
                p_language="en",
                p_time_zone="",
                p_is_active=True,
            )
            for person_id in owners
        ]
    )
    assert _codes(outcomes) == ["OM410"]
    assert committed_db.value("select count(*) from auth.people where role = 'owner'") == 1
