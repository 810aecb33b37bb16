"""demand.lose: promised units cannot be found."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_writes_the_stock_off_and_wants_the_units_again(want: Any) -> None:
    allocation_id = want.release(4)
    want.db.call("demand.lose", p_allocation_id=allocation_id, p_quantity=1)
    assert want.buckets == {"unrouted": 2, "released": 3}
    assert want.level == (9, 3)
    moved = want.db.row("select kind, quantity, cause, cause_id from inventory.movements order by id desc limit 1")
    assert tuple(moved) == ("short_picked", -1, "allocation", allocation_id)


def test_it_refuses_more_than_was_promised(want: Any) -> None:
    allocation_id = want.release(4)
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.lose", p_allocation_id=allocation_id, p_quantity=5)
    assert refused.value.code == "OM201"
    assert want.level == (10, 4)
