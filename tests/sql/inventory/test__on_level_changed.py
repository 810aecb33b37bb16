"""Stock changes with the movement that says why, or not at all."""

import pytest

from oms.db import DomainError


@pytest.mark.parametrize("change", ["on_hand = 12", "sequence = 2", "sequence = 0"])
def test_nobody_changes_stock_past_the_ledger(level, owner, change):
    with pytest.raises(DomainError) as refused, level.db.transaction():
        owner(f"update inventory.levels set {change}")
    assert refused.value.code == "OM110"
