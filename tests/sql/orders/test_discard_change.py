"""orders.discard_change: nothing is made, and nothing is held any more."""

from typing import Any

import pytest

from oms.db import DomainError, acting_as, call, row, value
from oms.db.actor import Actor
from tests.support.factories import line, location, place_order, stocked


def test_it_lets_go_of_what_was_held(db: Any, assert_consistent: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 1)])
    given = {"add": [{"sku": "MUG", "quantity": 2}]}
    change_id = call("orders.propose_change", p_order_id=placed.id, p_given=given)
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))), pytest.raises(DomainError) as refused:
        call("orders.discard_change", p_change_id=change_id)
    assert refused.value.code == "OM404"
    call("orders.discard_change", p_change_id=change_id)
    ended = row(
        "select c.state, c.ended_by, l.held, l.reserved from orders.changes as c cross join inventory.levels as l"
    )
    assert ended is not None
    assert tuple(ended) == ("discarded", "OMS", 0, 1)
    with pytest.raises(DomainError) as refused:
        call("orders.discard_change", p_change_id=change_id)
    assert refused.value.code == "OM319"
    assert value("select count(*) from history.events where type = 'order.change_discarded'") == 1
    assert_consistent()
