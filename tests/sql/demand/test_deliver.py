"""demand.deliver: what has shipped has arrived."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_counts_what_has_arrived(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="shipped")
    want.db.call("demand.deliver", p_allocation_ids=[allocation_id])
    assert want.buckets == {"unrouted": 2, "shipped": 3, "delivered": 3}


def test_it_refuses_more_than_has_shipped(want: Any) -> None:
    allocation_id = want.release(3)
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.deliver", p_allocation_ids=[allocation_id])
    assert refused.value.code == "lines_delivered_within_shipped"
