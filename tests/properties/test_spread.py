"""Sharing out never loses nor makes a cent, and Python and PostgreSQL agree on who gets which."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oms.channels.amounts import spread
from oms.channels.shopify.taxes import Taxable, shared
from oms.db import call

amounts = st.integers(0, 10**9)
weights = st.lists(st.integers(0, 10**7), min_size=1, max_size=12)


@given(amounts, weights)
def test_it_is_exact_and_fair(amount: int, weights: list[int]) -> None:
    shares = spread(amount, weights)
    assert sum(shares) == amount
    total = sum(weights)
    for share, weight in zip(shares, weights, strict=True):
        fair = amount * weight / total if total else amount / len(weights)
        assert abs(share - fair) < 1 + fair * 1e-9


@given(amounts, weights)
def test_it_never_gives_a_line_more_than_it_costs(amount: int, weights: list[int]) -> None:
    if amount <= sum(weights):
        assert all(share <= weight for share, weight in zip(spread(amount, weights), weights, strict=True))


@given(amounts, st.lists(st.tuples(amounts, st.booleans()), min_size=1, max_size=8))
def test_it_puts_every_cent_of_tax_somewhere(total: int, costs: list[tuple[int, bool]]) -> None:
    things = [Taxable(net, is_taxable) for net, is_taxable in costs]
    found = shared([{"name": "VAT", "rate": "0.19", "amount_minor": total}], total, things)
    assert found is not None
    assert sum(tax["amount_minor"] for taxes in found for tax in taxes) == total


def test_it_agrees_with_postgresql(db: Any) -> None:
    @given(amounts, weights)
    def agree(amount: int, weights: list[int]) -> None:
        assert call("db.spread", p_amount=amount, p_weights=weights) == spread(amount, weights)

    agree()
