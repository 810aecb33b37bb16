"""payments.waive: less is due than was."""

from typing import Any

import pytest

from oms.db import DomainError, call, value


def test_it_says_how_much_in_all_is_no_longer_due(db: Any) -> None:
    payable_id = call("payments.open", p_reference="1001", p_currency="EUR", p_due_minor=1000)
    for waived in (300, 500):
        call("payments.waive", p_payable_id=payable_id, p_waived_minor=waived)
        assert value("select waived_minor from payments.payables") == waived


def test_it_waives_no_more_than_was_due(db: Any) -> None:
    payable_id = call("payments.open", p_reference="1001", p_currency="EUR", p_due_minor=1000)
    with pytest.raises(DomainError) as refused:
        call("payments.waive", p_payable_id=payable_id, p_waived_minor=1001)
    assert refused.value.code == "payables_waived_within_due"
