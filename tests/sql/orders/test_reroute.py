"""orders.reroute: another try, also where it was rejected before."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.factories import line, location, order_row, place_order, stock, stocked, works


def test_it_finds_what_has_come_in_meanwhile(db: Any) -> None:
    place = location()
    sku = stocked(place, 1)
    placed = place_order(lines=[line(sku, 3)])
    stock(sku, place, 1)
    assert call("orders.reroute", p_order_id=placed.id) == 1
    stock(sku, place, 1)
    assert call("orders.reroute", p_order_id=placed.id) == 0
    assert not order_row(placed.id).is_backordered
    assert [work.state for work in works(placed.id)] == ["released"] * 3


def test_it_asks_a_location_again_that_rejected_it(db: Any) -> None:
    placed = place_order()
    call("fulfillment.reject", p_order_id=works(placed.id)[0].id, p_reason="closed")
    assert order_row(placed.id).is_backordered
    assert call("orders.reroute", p_order_id=placed.id) == 0
    assert [work.state for work in works(placed.id)] == ["rejected", "released"]


def test_it_refuses_an_order_that_is_over(db: Any) -> None:
    placed = place_order()
    call("orders.cancel", p_order_id=placed.id, p_reason="customer")
    with pytest.raises(DomainError) as refused:
        call("orders.reroute", p_order_id=placed.id)
    assert refused.value.code == "OM303"


def test_it_is_seen_where_it_is_worked_on(db: Any) -> None:
    places = [location() for _ in range(3)]
    sku = stocked(places[0], 1)
    for place in reversed(places[1:]):
        stock(sku, place, 1)
    placed = place_order(lines=[line(sku, 3)])
    assert placed.location_ids == places
    (first, *_) = works(placed.id)
    call("fulfillment.reject", p_order_id=first.id, p_reason="closed")
    assert order_row(placed.id).location_ids == [place for place in places if place != first.location_id]
