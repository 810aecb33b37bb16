"""Using a one-time link."""

import pytest

from oms.db import DomainError

FIRST = {"p_password_hash": "hash", "p_email": "olivia@example.com", "p_name": "Olivia"}


def test_it_makes_the_first_person_the_owner(db):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32)
    person_id = db.call("auth.use_setup_link", p_token_hash=b"1" * 32, **FIRST)
    assert db.value("select role from auth.people where id = :id", id=person_id) == "owner"


def test_it_gives_a_person_a_password(db, alice):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    assert db.call("auth.use_setup_link", p_token_hash=b"1" * 32, p_password_hash="hash") == alice
    assert db.call("auth.credentials", p_email="alice@example.com").password_hash == "hash"


def test_it_works_once(db, alice):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    db.call("auth.use_setup_link", p_token_hash=b"1" * 32, p_password_hash="hash")
    with pytest.raises(DomainError) as refused:
        db.call("auth.use_setup_link", p_token_hash=b"1" * 32, p_password_hash="other")
    assert refused.value.code == "OM412"
    assert db.call("auth.credentials", p_email="alice@example.com").password_hash == "hash"


def test_it_knows_no_other_token(db):
    with pytest.raises(DomainError) as refused:
        db.call("auth.use_setup_link", p_token_hash=b"?" * 32, **FIRST)
    assert refused.value.code == "OM412"
