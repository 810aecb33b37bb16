"""inventory.set_supplier_cost: what a supplier asks for a unit."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import location, product


@pytest.fixture
def supplier(db: Any) -> int:
    return location(kind="supplier")


def set_cost(supplier: int, cost: int | None, sku: str = "MUG") -> None:
    call("inventory.set_supplier_cost", p_location_id=supplier, p_sku=sku, p_cost_minor=cost)


def test_it_is_set_changed_and_taken_off(supplier: int) -> None:
    mug = product("MUG")
    for cost in (400, 380):
        set_cost(supplier, cost)
    assert rows("select * from inventory.supplier_costs") == [(supplier, mug.id, 380)]
    bowl = product("BOWL")
    set_cost(supplier, 200, "BOWL")
    set_cost(supplier, None)
    assert rows("select * from inventory.supplier_costs") == [(supplier, bowl.id, 200)]


def test_it_refuses(supplier: int) -> None:
    product("MUG")
    for wrong, code in (((400, "BOWL"), "OM302"), ((-1, "MUG"), "supplier_costs_not_negative")):
        with pytest.raises(DomainError) as refused:
            set_cost(supplier, *wrong)
        assert refused.value.code == code
