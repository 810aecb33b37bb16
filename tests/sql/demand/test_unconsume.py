"""demand.unconsume: what was handed over by mistake is back, and promised as before."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_puts_everything_back_as_it_was(want: Any) -> None:
    allocation_id = want.release(3)
    want.db.call("demand.consume", p_allocation_ids=[allocation_id], p_kind="collected")
    want.db.call("demand.deliver", p_allocation_ids=[allocation_id])
    want.db.call("demand.unconsume", p_allocation_ids=[allocation_id])
    assert want.buckets == {"unrouted": 2, "released": 3}
    assert want.level == (10, 3)
    assert want.state(allocation_id) == ("released", 3)


def test_it_refuses_what_has_not_left(want: Any) -> None:
    allocation_id = want.release(3)
    with pytest.raises(DomainError):
        want.db.call("demand.unconsume", p_allocation_ids=[allocation_id])
    assert want.level == (10, 3)
