"""demand.backorder: what could not be routed waits."""

from typing import Any


def test_it_moves_the_unrouted_only(want: Any) -> None:
    want.allocate(3)
    want.db.call("demand.backorder", p_request_id=want.request_id)
    assert want.buckets == {"allocated": 3, "backordered": 2}
