"""orders.assign: somebody looks after an order."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import location, order_row, place_order
from tests.support.people import Hire


def test_it_has_one_who_looks_after_it_and_the_history_says_who(db: Any, hire: Hire) -> None:
    placed, alice = place_order(), hire("service", name="Alice Adams")
    call("orders.assign", p_order_id=placed.id, p_person_id=alice)
    call("orders.assign", p_order_id=placed.id, p_person_id=alice)
    assert order_row(placed.id).assignee_id == alice
    assert order_row(placed.id).version == placed.version + 1
    call("orders.assign", p_order_id=placed.id, p_person_id=None)
    assert order_row(placed.id).assignee_id is None
    told = [
        event.data["name"]
        for event in rows("select data from history.events where type = 'order.assigned' order by id")
    ]
    assert told == ["Alice Adams", None]


def test_it_is_only_for_those_who_see_the_order(db: Any, hire: Hire) -> None:
    berlin, leeds = location(), location()
    placed = place_order(at=berlin)
    call("orders.assign", p_order_id=placed.id, p_person_id=hire("warehouse", locations=[berlin]))
    for stranger in (hire("warehouse", locations=[leeds]), 0):
        with pytest.raises(DomainError) as refused:
            call("orders.assign", p_order_id=placed.id, p_person_id=stranger)
        assert (refused.value.code, refused.value.field) == ("OM342", "person")
