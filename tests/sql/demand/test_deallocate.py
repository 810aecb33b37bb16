"""demand.deallocate: a promise is taken back, in whole or in part."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.mark.parametrize("is_released", [False, True])
def test_it_gives_back_a_part(want: Any, *, is_released: bool) -> None:
    allocation_id = want.release(4) if is_released else want.allocate(4)
    want.db.call("demand.deallocate", p_allocation_id=allocation_id, p_quantity=1)
    kept = "released" if is_released else "allocated"
    assert want.buckets == {"unrouted": 2, kept: 3}
    assert want.level == (10, 3)
    assert want.state(allocation_id) == (kept, 3)


def test_it_ends_the_allocation_with_its_last_unit(want: Any) -> None:
    allocation_id = want.allocate(4)
    want.db.call("demand.deallocate", p_allocation_id=allocation_id, p_quantity=4)
    assert want.buckets == {"unrouted": 5}
    assert want.level == (10, 0)
    assert want.state(allocation_id)[0] == "deallocated"


@pytest.mark.parametrize("quantity", [0, -1, 5])
def test_it_refuses_more_than_there_is_or_nothing(want: Any, quantity: int) -> None:
    allocation_id = want.allocate(4)
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.deallocate", p_allocation_id=allocation_id, p_quantity=quantity)
    assert refused.value.code == "OM201"
    assert want.level == (10, 4)


def test_it_refuses_what_has_left(want: Any) -> None:
    allocation_id = want.release(4)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.deallocate", p_allocation_id=allocation_id, p_quantity=1)
    assert refused.value.code == "OM201"


@pytest.mark.parametrize(("quantity", "kept"), [(1, {"A": 3, "B": 1}), (3, {"A": 2})])
def test_of_lots_it_gives_back_what_keeps_longest(db: Any, quantity: int, kept: dict[str, int]) -> None:
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, factories.location(), A=(3, "2100-01-01"), B=(3, "2100-02-01"))
    factories.place_order(lines=[factories.line(variant.sku, 5)])
    allocation_id = db.value("select id from demand.allocations")
    db.call("demand.deallocate", p_allocation_id=allocation_id, p_quantity=quantity)
    bound = db.rows(
        "select t.code, x.quantity from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id"
    )
    reserved = {code: reserved for code, (_, reserved, _) in factories.lot_levels(variant.id).items() if reserved}
    assert dict(map(tuple, bound)) == reserved == kept
