"""demand.cancel: nobody wants the rest any more."""

from typing import Any


def test_it_gives_back_what_was_promised(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.cancel", p_request_id=want.request_id)
    assert want.buckets == {"canceled": 5}
    assert want.level == (10, 0)
    assert want.state(allocation_id) == ("deallocated", 3)
    assert want.db.value("select is_canceled from demand.requests") is True


def test_it_leaves_what_has_shipped(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="collected")
    want.db.call("demand.cancel", p_request_id=want.request_id)
    assert want.buckets == {"shipped": 3, "canceled": 2}
    assert want.level == (7, 0)
