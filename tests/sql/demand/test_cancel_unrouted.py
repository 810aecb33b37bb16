"""demand.cancel_unrouted: what waits is not wanted any more."""

from typing import Any


def test_it_cancels_the_unrouted_and_the_backordered(want: Any) -> None:
    want.allocate(3)
    want.db.call("demand.backorder", p_request_id=want.request_id)
    want.db.call("demand.cancel_unrouted", p_request_id=want.request_id)
    assert want.buckets == {"allocated": 3, "canceled": 2}
    assert want.level == (10, 3)
