"""fulfillment.leave: one request leaves a location that is closed."""

from typing import Any

from oms.db import call, value
from tests.support.factories import line, location, place_order, stock, stocked, works


def test_it_is_sent_from_elsewhere_with_its_reason(db: Any) -> None:
    here, there = location(), location(latitude=48.1, longitude=11.6)
    sku = stocked(here)
    stock(sku, there)
    order = place_order(lines=[line(sku)])
    call("fulfillment.leave", p_request_id=order.request_id, p_location_id=here)
    assert [(work.location_id, work.state) for work in works(order.id)] == [(here, "canceled"), (there, "released")]
    why = "select jsonb_path_query_first(result, '$.considered[*] ? (@.verdict == \"excluded\").excluded') #>> '{}'"
    assert value(f"{why} from routing.decisions order by id desc limit 1") == "closed"
