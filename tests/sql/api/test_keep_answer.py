"""Keeping an answer."""

import pytest
from sqlalchemy.exc import ProgrammingError

from oms.db import DomainError


@pytest.fixture
def keep(db):
    token_id = db.call(
        "auth.create_token", p_name="Shop", p_prefix="oms_1", p_token_hash=b"1" * 32, p_scopes=["orders:write"]
    )

    def run(key):
        answer = {"p_fingerprint": b"a", "p_status": 201, "p_body": {"number": "1042"}}
        db.call("api.keep_answer", p_token_id=token_id, p_key=key, **answer)

    return run


def test_it_keeps_status_and_body(keep, owner):
    keep("k" * 255)
    (kept,) = owner("select * from api.idempotency_keys")
    assert (kept.status, kept.body) == (201, {"number": "1042"})


@pytest.mark.parametrize("key", ["", "k" * 256])
def test_it_refuses_a_key_of_no_or_too_many_characters(keep, key):
    with pytest.raises(DomainError) as refused:
        keep(key)
    assert refused.value.code == "idempotency_keys_length"


def test_it_shows_them_to_nobody(db):
    with pytest.raises(ProgrammingError, match="permission denied"):
        db.rows("select * from api.idempotency_keys")
