"""demand.add_line: a quantity of a SKU is wanted."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_is_unrouted_at_first(want: Any) -> None:
    assert want.buckets == {"unrouted": 5}


@pytest.mark.parametrize("quantity", [0, -1])
def test_it_refuses_no_quantity(db: Any, want: Any, quantity: int) -> None:
    variant_id = db.value("select variant_id from demand.lines")
    with pytest.raises(DomainError) as refused:
        db.call("demand.add_line", p_request_id=want.request_id, p_variant_id=variant_id, p_quantity=quantity)
    assert refused.value.code in {"lines_wanted_positive", "lines_quantities_not_negative"}
