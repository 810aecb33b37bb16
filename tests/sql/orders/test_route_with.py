"""orders.route_with: a person lets another profile choose the sources."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.factories import line, location, order_row, pick, place_order, stock, stocked, store, works
from tests.support.routing import profile


@pytest.fixture
def places(db: Any) -> tuple[int, int]:
    return location(), store(latitude=48.1, longitude=11.6)


def route_with(order_id: int, profile_id: int) -> int:
    return int(call("orders.route_with", p_order_id=order_id, p_profile_id=profile_id))


def test_what_nobody_has_begun_goes_where_the_profile_wants(places: tuple[int, int]) -> None:
    warehouse, shop = places
    sku = stocked(warehouse)
    stock(sku, shop)
    order = place_order(lines=[line(sku, 2)])
    assert route_with(order.id, profile("Stores", kinds=["store"])) == 0
    assert [(work.location_id, work.state) for work in works(order.id)] == [(warehouse, "canceled"), (shop, "released")]
    assert value("select sum(reserved) from inventory.levels") == 2


def test_what_is_begun_stays(places: tuple[int, int]) -> None:
    order = place_order(at=places[0])
    pick(works(order.id)[0].id)
    assert route_with(order.id, profile("Stores", kinds=["store"])) == 0
    assert [work.state for work in works(order.id)] == ["picked"]


def test_what_the_profile_leaves_out_waits(places: tuple[int, int]) -> None:
    order = place_order(at=places[0])
    assert route_with(order.id, profile("Stores", kinds=["store"])) == 1
    assert order_row(order.id).is_backordered


def test_it_refuses_an_order_that_is_over(places: tuple[int, int]) -> None:
    order = place_order(at=places[0])
    call("orders.cancel", p_order_id=order.id, p_reason="customer")
    with pytest.raises(DomainError) as refused:
        route_with(order.id, profile())
    assert refused.value.code == "OM303"
