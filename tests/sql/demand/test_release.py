"""demand.release: locations may work on it."""

from typing import Any

from tests.support import factories


def test_it_releases_what_is_allocated(want: Any) -> None:
    allocation_id = want.allocate(3)
    want.db.call("demand.release", p_request_id=want.request_id)
    assert want.buckets == {"unrouted": 2, "released": 3}
    assert want.state(allocation_id) == ("released", 3)
    assert want.db.value("select is_released from demand.requests") is True


def test_it_does_no_harm_the_second_time(want: Any) -> None:
    want.release(3)
    versions = (
        "select r.xmin::text, l.xmin::text from demand.requests as r join demand.lines as l on l.request_id = r.id"
    )
    before = want.db.row(versions)
    want.db.call("demand.release", p_request_id=want.request_id)
    assert want.db.row(versions) == before
    assert want.buckets == {"unrouted": 2, "released": 3}


def test_it_is_of_one_request(want: Any) -> None:
    other = factories.place_order(payments=[])
    want.release(3)
    states = "select a.state from demand.allocations as a join demand.lines as l on l.id = a.line_id where l.request_id = :id"
    assert want.db.value(states, id=other.request_id) == "allocated"
