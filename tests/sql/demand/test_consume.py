"""demand.consume: promised stock leaves the house."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_takes_the_stock_out_of_the_ledger(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    assert want.buckets == {"unrouted": 2, "shipped": 3}
    assert want.level == (7, 0)
    moved = want.db.row("select kind, quantity, cause, cause_id from inventory.movements order by id desc limit 1")
    assert tuple(moved) == ("shipped", -3, "request", want.request_id)


def test_its_lots_leave_with_it(db: Any) -> None:
    variant, at = factories.tracked(), factories.location()
    factories.lots(variant.id, at, A=5)
    factories.place_order(lines=[factories.line(variant.sku, 2)])
    db.call("demand.consume", p_allocation_ids=[db.value("select id from demand.allocations")], p_kind="shipped")
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 0)}


def test_it_refuses_what_is_not_released(want: Any) -> None:
    allocation_id = want.allocate(3)
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    assert refused.value.code == "allocations_transition_lawful"


def test_it_refuses_the_second_time(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    with pytest.raises(DomainError):
        want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    assert want.level == (7, 0)
