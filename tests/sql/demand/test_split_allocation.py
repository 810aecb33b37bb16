"""demand.split_allocation: one promise becomes two."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows, value
from tests.support.factories import line, location, place_order, stocked


def test_it_is_two_of_the_same_sum(db: Any) -> None:
    place_order(lines=[line(stocked(location(), 5), 3)])
    call("demand.split_allocation", p_allocation_id=value("select id from demand.allocations"), p_quantity=1)
    assert rows("select quantity, state from demand.allocations order by id") == [(2, "released"), (1, "released")]


@pytest.mark.parametrize("quantity", [0, 3, 4])
def test_it_leaves_something_on_both_sides(db: Any, quantity: int) -> None:
    place_order(lines=[line(stocked(location(), 5), 3)])
    allocation_id = value("select id from demand.allocations")
    with pytest.raises(DomainError) as refused:
        call("demand.split_allocation", p_allocation_id=allocation_id, p_quantity=quantity)
    assert refused.value.code == "OM201"
