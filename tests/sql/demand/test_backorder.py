"""demand.backorder: what could not be routed waits."""

from typing import Any


def test_it_moves_the_unrouted_only(want: Any) -> None:
    want.allocate(3)
    want.db.call("demand.backorder", p_request_id=want.request_id)
    assert want.buckets == {"allocated": 3, "backordered": 2}


def test_it_does_not_touch_what_has_its_place(want: Any) -> None:
    want.allocate(5)
    version = "select xmin::text from demand.lines"
    before = want.db.value(version)
    for function in ("backorder", "cancel_unrouted"):
        want.db.call(f"demand.{function}", p_request_id=want.request_id)
    assert want.db.value(version) == before
