"""orders.add_note: words for the team."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import place_order


def test_it_stands_in_the_timeline(db: Any) -> None:
    placed = place_order()
    call("orders.add_note", p_order_id=placed.id, p_text="  Called, no answer.  ")
    told = row("select subject, subject_id, type, data, actor from history.events order by id desc limit 1")
    assert tuple(told or ()) == ("order", placed.id, "order.note", {"text": "Called, no answer."}, "system")


def test_it_refuses_an_empty_note(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        call("orders.add_note", p_order_id=placed.id, p_text=" \n ")
    assert (refused.value.code, refused.value.field) == ("OM305", "text")
    assert value("select count(*) from history.events where type = 'order.note'") == 0


def test_it_says_when_there_is_no_such_order(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("orders.add_note", p_order_id=0, p_text="x")
    assert refused.value.code == "OM404"
