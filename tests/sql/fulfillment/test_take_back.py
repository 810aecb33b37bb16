"""fulfillment.take_back: what nobody has begun is free to be routed anew."""

from typing import Any

from oms.db import call, value
from tests.support.factories import line, location, pick, place_order, stocked, works


def test_it_takes_back_from_one_location(db: Any) -> None:
    here, there = location(), location()
    order = place_order(lines=[line(stocked(here)), line(stocked(there))])
    call("fulfillment.take_back", p_request_id=order.request_id, p_reason="closed", p_location_id=here)
    assert {work.location_id: work.state for work in works(order.id)} == {here: "canceled", there: "released"}
    assert value("select sum(unrouted) from demand.lines") == 1


def test_it_leaves_what_is_begun(db: Any) -> None:
    order = place_order()
    pick(works(order.id)[0].id)
    call("fulfillment.take_back", p_request_id=order.request_id, p_reason="closed")
    assert works(order.id)[0].state == "picked"
