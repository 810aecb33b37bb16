"""payments.set_due: what it is for was changed."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support.factories import place_order


def test_it_is_due_from_now_on(db: Any, owner: Any) -> None:
    placed = place_order()
    db.call("payments.set_due", p_payable_id=placed.payable_id, p_due_minor=1500)
    assert db.value("select due_minor from payments.payables") == 1500


def test_it_is_never_negative(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        db.call("payments.set_due", p_payable_id=placed.payable_id, p_due_minor=-1)
    assert refused.value.code in {"payables_due_not_negative", "payables_waived_within_due"}
