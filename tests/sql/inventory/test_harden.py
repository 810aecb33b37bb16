"""What was promised softly is promised for good."""

import pytest

from oms.db import DomainError


def test_it_is_held_no_more(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4), p_is_soft=True)
    assert level.kept == (4, 4)
    db.call("inventory.harden", p_claims=level.claims(3))
    assert level.kept == (4, 1)
    db.call("inventory.unreserve", p_claims=level.claims(1), p_is_soft=True)
    assert level.kept == (3, 0)


def test_only_what_was_soft(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    with pytest.raises(DomainError) as refused:
        db.call("inventory.harden", p_claims=level.claims(1))
    assert refused.value.code == "levels_soft_within_reserved"
