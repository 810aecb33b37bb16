"""fulfillment.withdraw: taken back from all its locations, where none has begun."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.factories import place_order, works


def test_it_frees_what_nobody_has_begun(db: Any) -> None:
    placed = place_order()
    call("fulfillment.withdraw", p_request_id=placed.request_id)
    assert [work.state for work in works(placed.id)] == ["canceled"]
    assert value("select unrouted from demand.lines") == 1
    assert value("select reserved from inventory.levels") == 0


def test_it_refuses_what_somebody_has_begun(db: Any) -> None:
    placed = place_order()
    (work,) = works(placed.id)
    call("fulfillment.accept", p_order_id=work.id)
    with pytest.raises(DomainError) as refused:
        call("fulfillment.withdraw", p_request_id=placed.request_id)
    assert (refused.value.code, refused.value.detail["number"]) == ("OM316", work.number)
