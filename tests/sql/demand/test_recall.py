"""demand.recall: released promises wait again."""

from typing import Any


def test_it_takes_back_only_what_it_is_told(want: Any) -> None:
    begun, untouched = want.release(2), want.allocate(3)
    want.db.call("demand.recall", p_request_id=want.request_id, p_allocation_ids=[untouched])
    assert want.buckets == {"released": 2, "allocated": 3}
    assert (want.state(begun)[0], want.state(untouched)[0]) == ("released", "allocated")
    assert want.level == (10, 5)
    assert want.db.value("select is_released from demand.requests") is False


def test_it_can_be_released_again(want: Any) -> None:
    allocation_id = want.release(5)
    want.db.call("demand.recall", p_request_id=want.request_id, p_allocation_ids=[allocation_id])
    want.db.call("demand.release", p_request_id=want.request_id)
    assert want.buckets == {"released": 5}


def test_what_is_over_stays_over(want: Any) -> None:
    ended = want.release(2)
    want.db.call("demand.deallocate", p_allocation_id=ended, p_quantity=2)
    want.db.call("demand.recall", p_request_id=want.request_id, p_allocation_ids=[ended])
    assert want.state(ended)[0] == "deallocated"
