"""orders.progress: how far lines have come, in what was ordered; a kit is as far as its last part."""

from typing import Any

from oms.db import call, rows, value
from tests.support.factories import deliver, kit, line, location, place_order, product, ship, stock, stocked, works
from tests.support.incoming import expect


def progress(order: Any) -> list[tuple[int, ...]]:
    found = rows("select * from orders.progress(:id) order by line_id", id=order.id)
    return [(one.canceled, one.waiting, one.assigned, one.shipped, one.delivered) for one in found]


def test_it_tells_the_buckets_of_a_plain_line(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 2), 3), line(product(requires_shipping=False).sku)])
    assert progress(placed) == [(0, 1, 2, 0, 0)]
    package = ship(works(placed.id)[0].id)
    assert progress(placed) == [(0, 1, 0, 2, 0)]
    deliver(package)
    call("orders.cancel", p_order_id=placed.id, p_reason="stock")
    assert progress(placed) == [(1, 0, 0, 2, 2)]


def test_a_kit_waits_for_its_last_part(db: Any) -> None:
    place = location()
    cup, plate = stocked(place, 6), stocked(place, 2)
    placed = place_order(lines=[line(kit({cup: 2, plate: 1}).sku, 3)])
    assert progress(placed) == [(0, 1, 2, 0, 0)]
    ship(works(placed.id)[0].id)
    assert progress(placed) == [(0, 1, 0, 2, 0)]
    stock(plate, place)
    call("orders.reroute", p_order_id=placed.id)
    ship(works(placed.id)[1].id)
    assert progress(placed) == [(0, 0, 0, 3, 0)]


def test_a_kit_is_promised_once_all_of_its_parts_are(db: Any) -> None:
    """Of the cups one waits for a place and one for stock, and nobody knows when; plates come in a week."""
    place = location()
    cup, plate = stocked(place, 1, "CUP"), product("PLATE").sku
    expect(place, 7, PLATE=2)
    placed = place_order(lines=[line(kit({cup: 1, plate: 1}).sku, 2)])
    call("demand.deallocate", p_allocation_id=value("select id from demand.allocations"), p_quantity=1)
    assert value("select promised_on from orders.progress(:id)", id=placed.id) is None
