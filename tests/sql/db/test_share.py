"""db.share: parts of an amount that sum to it exactly, in whatever pieces it is delivered."""

from hypothesis import given
from hypothesis import strategies as st

from oms.db import call


def shares(amount, parts):
    delivered, found = 0, []
    for part in parts:
        found.append(call("db.share", p_amount=amount, p_before=delivered, p_quantity=part, p_of=sum(parts)))
        delivered += part
    return found


def test_it_splits_a_cent_that_cannot_be_split(db):
    assert shares(100, [1, 1, 1]) == [33, 34, 33]


@given(amount=st.integers(0, 10**9), parts=st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_it_loses_nothing(db, amount, parts):
    found = shares(amount, parts)
    assert sum(found) == amount
    assert min(found) >= 0
