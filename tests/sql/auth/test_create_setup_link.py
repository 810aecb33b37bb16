"""One-time links."""

import pytest

from oms.db import DomainError


def test_a_new_one_ends_the_one_before(db, alice):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    db.call("auth.create_setup_link", p_token_hash=b"2" * 32, p_person_id=alice)
    assert db.call("auth.setup_link", p_token_hash=b"1" * 32) is None
    assert db.call("auth.setup_link", p_token_hash=b"2" * 32) is not None


def test_it_makes_none_for_a_first_owner_where_somebody_is(db, alice):
    with pytest.raises(DomainError) as refused:
        db.call("auth.create_setup_link", p_token_hash=b"1" * 32)
    assert refused.value.code == "OM411"
