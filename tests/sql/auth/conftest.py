"""People and hashes for the tests of auth."""

import pytest


@pytest.fixture
def alice(db):
    return db.call("auth.create_person", p_email="alice@example.com", p_name="Alice Adams", p_role="manager")


@pytest.fixture
def olivia(db):
    return db.call("auth.create_person", p_email="olivia@example.com", p_name="Olivia Owner", p_role="owner")


@pytest.fixture
def begin(db):
    """Begin a session; its hash."""

    def begin(person_id, token_hash=b"s" * 32):
        db.call("auth.start_session", p_person_id=person_id, p_token_hash=token_hash, p_address="", p_user_agent="")
        return token_hash

    return begin


@pytest.fixture
def who(db):
    """The e-mail of the person of a session, or None."""

    def who(token_hash):
        found = db.call("auth.person_of_session", p_token_hash=token_hash)
        return found.email if found else None

    return who


@pytest.fixture
def change(db, alice):
    """Change Alice, and nothing but what is given."""

    def change(person_id=alice, **changed):
        told = {
            "p_email": "alice@example.com",
            "p_name": "Alice Adams",
            "p_role": "manager",
            "p_language": "en",
            "p_time_zone": "",
            "p_is_active": True,
        }
        db.call("auth.update_person", p_person_id=person_id, **(told | changed))

    return change
