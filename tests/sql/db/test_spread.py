import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        (100, [1, 1, 1], [34, 33, 33]),  # the rest goes to the first
        (100, [0, 0], [50, 50]),  # nothing weighs anything: evenly
        (1, [1, 2], [0, 1]),  # the larger remainder wins
        (0, [5, 7], [0, 0]),
        (1000, [3000, 0, 1000], [750, 0, 250]),
        (7, [10], [7]),
        (5, [], []),
    ],
)
def test_it_spreads_by_largest_remainder(db, amount, weights, shares):
    assert db.call("db.spread", p_amount=amount, p_weights=weights) == shares


@given(amount=st.integers(0, 10**12), weights=st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_it_always_sums_exactly(db, amount, weights):
    shares = db.call("db.spread", p_amount=amount, p_weights=weights)
    total = sum(weights)
    assert sum(shares) == amount
    assert all(
        abs(share - amount * weight / total) <= 1 for share, weight in zip(shares, weights, strict=True) if total
    )
