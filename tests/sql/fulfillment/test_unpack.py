"""fulfillment.unpack: the address on the boxes is wrong; tests/sql/orders/test_confirm_change.py changes one."""

from typing import Any

from oms.db import call, value
from tests.support.factories import pick, place_order, works


def test_it_voids_boxes_and_leaves_what_is_not_packed(db: Any, assert_consistent: Any) -> None:
    packed, picked = place_order(), place_order()
    for placed in (packed, picked):
        pick(works(placed.id)[0].id)
    call("fulfillment.pack", p_order_id=works(packed.id)[0].id)
    for placed in (packed, picked):
        call("fulfillment.unpack", p_request_id=placed.request_id)
        assert works(placed.id)[0].state == "picked"
    assert value("select state from fulfillment.packages") == "voided"
    assert_consistent()
