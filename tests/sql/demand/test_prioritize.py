"""demand.prioritize: first, or in its turn."""

from typing import Any

from oms.db import call
from tests.support.factories import place_order


def test_it_says_whether_that_is_new(db: Any) -> None:
    request_id = place_order().request_id
    said = [call("demand.prioritize", p_request_id=request_id, p_priority=priority) for priority in (1, 1, 0)]
    assert said == [True, False, True]
