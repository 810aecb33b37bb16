"""payments.open."""

from typing import Any

import pytest

from oms.db import DomainError, call, row


def test_it_owes_what_is_due(db: Any) -> None:
    made = call("payments.open", p_reference="1001", p_currency="EUR", p_due_minor=2500)
    found = row(
        "select p.due_minor, p.waived_minor, p.captured_minor, payments.status(p) as status from payments.payables as p"
    )
    assert made > 0
    assert tuple(found or ()) == (2500, 0, 0, "none")


def test_it_refuses_less_than_nothing(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("payments.open", p_reference="1001", p_currency="EUR", p_due_minor=-1)
    assert refused.value.code == "payables_due_not_negative"
