"""demand.allocate: quantities are promised at locations, all or none."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_reserves_the_stock(want: Any) -> None:
    allocation_id = want.allocate(3)
    assert want.buckets == {"unrouted": 2, "allocated": 3}
    assert want.level == (10, 3)
    assert want.state(allocation_id) == ("allocated", 3)


def test_it_is_released_at_once_where_the_request_is(want: Any) -> None:
    want.db.call("demand.release", p_request_id=want.request_id)
    allocation_id = want.allocate(3)
    assert want.buckets == {"unrouted": 2, "released": 3}
    assert want.state(allocation_id) == ("released", 3)


def test_it_takes_the_unrouted_before_the_backordered(want: Any) -> None:
    want.db.call("demand.backorder", p_request_id=want.request_id)
    want.allocate(2)
    assert want.buckets == {"backordered": 3, "allocated": 2}


def test_it_refuses_more_than_is_wanted(want: Any) -> None:
    with pytest.raises(DomainError) as refused:
        want.allocate(6)
    assert refused.value.code == "lines_quantities_not_negative"
    assert want.level == (10, 0)


def test_it_changes_nothing_when_one_of_two_cannot_be_reserved(want: Any) -> None:
    line = {"line_id": want.line_id, "quantity": 1}
    empty = {**line, "location_id": factories.location()}
    with pytest.raises(DomainError) as refused:
        want.db.call(
            "demand.allocate",
            p_request_id=want.request_id,
            p_allocations=[{**line, "location_id": want.location_id}, empty],
        )
    assert refused.value.code == "OM101"
    assert want.buckets == {"unrouted": 5}
    assert want.level == (10, 0)


def test_it_is_written_in_the_order_of_the_lines(want: Any) -> None:
    sku = factories.stocked(want.location_id)
    variant_id = want.db.value("select id from catalog.variants where sku = :sku", sku=sku)
    second = want.db.call("demand.add_line", p_request_id=want.request_id, p_variant_id=variant_id, p_quantity=1)
    want.db.call(
        "demand.allocate",
        p_request_id=want.request_id,
        p_allocations=[
            {"line_id": line_id, "location_id": want.location_id, "quantity": 1} for line_id in (second, want.line_id)
        ],
    )
    assert want.db.rows("select line_id from demand.allocations order by id") == [(want.line_id,), (second,)]


def test_what_comes_later_gets_lots_of_its_own(db: Any, assert_consistent: Any) -> None:
    at, variant = factories.location(), factories.tracked()
    factories.lots(variant.id, at, A=3)
    placed = factories.place_order(lines=[factories.line(variant.sku, 4)])
    factories.lots(variant.id, at, B=2)
    db.call("orders.reroute", p_order_id=placed.id)
    assert factories.lot_levels(variant.id) == {"A": (3, 3, 0), "B": (2, 1, 0)}
    assert db.rows("select quantity from demand.allocation_lots order by allocation_id") == [(3,), (1,)]
    assert_consistent()


def test_it_leaves_the_lines_of_others(want: Any) -> None:
    other = factories.place_order()
    claim = {"line_id": want.line_id, "location_id": want.location_id, "quantity": 1}
    want.db.call("demand.allocate", p_request_id=other.request_id, p_allocations=[claim])
    assert want.buckets == {"unrouted": 5}
