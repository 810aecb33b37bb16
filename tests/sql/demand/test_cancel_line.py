"""demand.cancel_line: some of a line is not wanted any more."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_cancels_unrouted_units(want: Any) -> None:
    want.db.call("demand.cancel_line", p_line_id=want.line_id, p_quantity=2)
    assert want.buckets == {"unrouted": 3, "canceled": 2}


def test_it_refuses_more_than_is_unrouted(want: Any) -> None:
    want.allocate(4)
    with pytest.raises(DomainError) as refused:
        want.db.call("demand.cancel_line", p_line_id=want.line_id, p_quantity=2)
    assert refused.value.code == "lines_quantities_not_negative"
