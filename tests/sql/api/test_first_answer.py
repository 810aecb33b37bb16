"""Whether a request was answered before."""

import threading

import pytest

from oms.db import DomainError
from tests.support.together import together


@pytest.fixture
def token(db):
    return db.call(
        "auth.create_token", p_name="Shop", p_prefix="oms_1", p_token_hash=b"1" * 32, p_scopes=["orders:write"]
    )


def first_answer(db, token_id, fingerprint=b"a", key="k1"):
    return db.call("api.first_answer", p_token_id=token_id, p_key=key, p_fingerprint=fingerprint)


def test_it_knows_nothing_of_a_new_key(db, token):
    assert tuple(first_answer(db, token)) == (None, None)


def test_it_repeats_the_first_answer(db, token):
    keep = {"p_token_id": token, "p_fingerprint": b"a", "p_status": 201, "p_body": {"number": "1042"}}
    db.call("api.keep_answer", p_key="k1", **keep)
    assert tuple(first_answer(db, token)) == (201, {"number": "1042"})
    assert tuple(first_answer(db, token, key="k2")) == (None, None)


def test_it_refuses_another_request_with_the_same_key(db, token):
    keep = {"p_token_id": token, "p_fingerprint": b"a", "p_status": 201, "p_body": {}}
    db.call("api.keep_answer", p_key="k1", **keep)
    with pytest.raises(DomainError) as refused:
        first_answer(db, token, fingerprint=b"b")
    assert refused.value.code == "OM903"


def test_it_refuses_while_the_first_is_running(committed_db):
    both = threading.Barrier(2)

    def first():
        with committed_db.transaction():
            first_answer(committed_db, 1)
            both.wait()  # the second may ask now
            both.wait()  # and has asked

    def second():
        both.wait()
        with pytest.raises(DomainError) as refused:
            first_answer(committed_db, 1)
        both.wait()
        return refused.value.code

    assert together(first, second) == [None, "OM902"]
