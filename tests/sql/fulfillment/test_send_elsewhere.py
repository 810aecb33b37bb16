"""fulfillment.send_elsewhere: a location is closed, and somebody else ships what it has not begun."""

from typing import Any

from oms.db import call, rows
from tests.support.factories import line, location, pick, place_order, place_pickup, stocked, store, works


def test_it_names_each_request_that_was_not_begun_once(db: Any) -> None:
    place = store()
    waiting = place_order(lines=[line(stocked(place)), line(stocked(place))])
    begun = place_order(at=place)
    pick(works(begun.id)[0].id)
    place_pickup(place)
    place_order(at=location())
    assert call("fulfillment.send_elsewhere", p_location_id=place) == 1
    asked = rows("select args from tasks.tasks where kind = 'fulfillment.elsewhere'")
    assert asked == [({"request_id": waiting.request_id, "location_id": place},)]
