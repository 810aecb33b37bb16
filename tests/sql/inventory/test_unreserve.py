import pytest

from oms.db import DomainError


def test_it_takes_a_promise_back(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    db.call("inventory.unreserve", p_claims=level.claims(1, 2))
    assert level.figures == (10, 1)


def test_it_takes_back_no_more_than_was_promised(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    with pytest.raises(DomainError) as refused:
        db.call("inventory.unreserve", p_claims=level.claims(5))
    assert refused.value.code == "levels_reserved_within_on_hand"
    assert level.figures == (10, 4)
