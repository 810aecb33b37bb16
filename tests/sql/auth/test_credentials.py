"""The hash to verify a password with."""


def test_it_finds_the_hash_of_an_active_person(db, alice):
    db.call("auth.set_password", p_person_id=alice, p_password_hash="hash")
    assert tuple(db.call("auth.credentials", p_email="Alice@Example.com")) == (alice, "hash")


def test_it_finds_nothing_for_anybody_else(db, alice, change):
    assert db.call("auth.credentials", p_email="nobody@example.com") is None
    assert db.call("auth.credentials", p_email="alice@example.com") is None  # no password yet
    db.call("auth.set_password", p_person_id=alice, p_password_hash="hash")
    change(p_is_active=False)
    assert db.call("auth.credentials", p_email="alice@example.com") is None


def test_it_is_the_only_way_to_a_hash(db, alice):
    import pytest
    from sqlalchemy.exc import ProgrammingError

    with pytest.raises(ProgrammingError, match="permission denied"):
        db.rows("select password_hash from auth.people")
