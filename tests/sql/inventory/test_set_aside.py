"""inventory.set_aside: here, but not for sale until somebody has looked at it."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import location, product, stock


def set_aside(db: Any, quantity: int) -> None:
    at = location()
    variant_id = stock(product("MUG").sku, at, 5)
    claims = [{"variant_id": variant_id, "location_id": at, "quantity": quantity}]
    call("inventory.set_aside", p_claims=claims, p_reason="canceled")


def test_it_makes_stock_unavailable_and_says_so(db: Any) -> None:
    set_aside(db, 2)
    level = row("select on_hand, unavailable, available from inventory.levels")
    assert level is not None
    assert tuple(level) == (5, 2, 3)
    assert value("select data from history.events where type = 'stock.set_aside'") == {
        "quantity": 2,
        "reason": "canceled",
    }


def test_it_refuses_more_than_is_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        set_aside(db, 6)
    assert refused.value.code == "levels_unavailable_not_reserved"
