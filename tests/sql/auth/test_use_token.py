"""The token of a request."""

from datetime import timedelta

import pytest

HASH = b"1" * 32


@pytest.fixture
def create(db):
    def create(**given):
        told = {"p_name": "Shop", "p_prefix": "oms_1", "p_token_hash": HASH, "p_scopes": ["orders:read"]}
        return db.call("auth.create_token", **(told | given))

    return create


def test_it_finds_the_token_with_its_scopes_and_places(db, create):
    token_id = create(p_location_ids=[3, 4])
    assert tuple(db.call("auth.use_token", p_token_hash=HASH)) == (token_id, "Shop", ["orders:read"], [3, 4])
    assert db.value("select last_used_at from auth.api_tokens") is not None
    assert db.call("auth.use_token", p_token_hash=b"?" * 32) is None


def test_it_is_over_when_its_time_is(db, create):
    create(p_expires_at=db.now() - timedelta(seconds=1))
    assert db.call("auth.use_token", p_token_hash=HASH) is None


def test_it_is_over_when_revoked(db, create):
    db.call("auth.revoke_token", p_token_id=create())
    assert db.call("auth.use_token", p_token_hash=HASH) is None
