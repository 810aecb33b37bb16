"""payments.record: every fact once, and counters that stay in order."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import payment


@pytest.fixture
def payable(db: Any) -> int:
    return int(call("payments.open", p_reference="1001", p_currency="EUR", p_due_minor=1000))


def record(payable_id: int, amount_minor: int, kind: str, **given: Any) -> bool:
    return bool(call("payments.record", p_payable_id=payable_id, p_event=payment(amount_minor, kind, **given)))


def counters() -> tuple[int, ...]:
    found = row(
        "select authorized_minor, captured_minor, voided_minor, refunded_minor from payments.payables"
        " order by id limit 1"
    )
    return tuple(found or ())


def test_it_counts_authorization_capture_void_and_refund(payable: int) -> None:
    record(payable, 1000, "authorize")
    assert counters() == (1000, 0, 0, 0)
    record(payable, 600, "capture")
    record(payable, 400, "void")
    record(payable, 100, "refund")
    assert counters() == (1000, 600, 400, 100)


def test_it_takes_a_capture_for_authorized(payable: int) -> None:
    record(payable, 700, "capture")
    assert counters() == (700, 700, 0, 0)


def test_it_counts_a_chargeback_as_given_back_until_it_is_reversed(payable: int) -> None:
    record(payable, 1000, "capture")
    record(payable, 1000, "chargeback")
    assert counters() == (1000, 1000, 0, 1000)
    record(payable, 1000, "reversal")
    assert counters() == (1000, 1000, 0, 0)


def test_it_takes_the_same_fact_once(payable: int) -> None:
    assert record(payable, 1000, "capture", reference="tx1")
    assert not record(payable, 1000, "capture", reference="tx1")
    assert counters() == (1000, 1000, 0, 0)


def test_it_takes_what_became_of_a_request_for_another_fact(payable: int) -> None:
    assert record(payable, 1000, "capture", reference="tx1", outcome="requested")
    assert counters() == (0, 0, 0, 0)
    assert record(payable, 1000, "capture", reference="tx1")
    assert counters() == (1000, 1000, 0, 0)


def test_it_refuses_a_known_reference_with_other_figures(payable: int) -> None:
    other = call("payments.open", p_reference="1002", p_currency="EUR", p_due_minor=1000)
    record(payable, 1000, "capture", reference="tx1")
    for payable_id, amount_minor in ((payable, 900), (other, 1000)):
        with pytest.raises(DomainError) as refused:
            record(payable_id, amount_minor, "capture", reference="tx1")
        assert (refused.value.code, refused.value.detail) == ("OM701", {"reference": "tx1"})


@pytest.mark.parametrize(
    ("kind", "amount_minor", "code"),
    [
        ("refund", 1, "payables_money_in_order"),
        ("void", 1, "payables_money_in_order"),
        ("reversal", 1, "payables_money_in_order"),
        ("capture", 0, "events_amount_positive"),
        ("gift", 1, "events_kind_known"),
    ],
)
def test_it_refuses_what_cannot_be(payable: int, kind: str, amount_minor: int, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        record(payable, amount_minor, kind)
    assert refused.value.code == code
    assert value("select count(*) from payments.events") == 0


def test_it_refuses_an_unknown_payable(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        record(0, 1, "capture")
    assert refused.value.code == "OM404"
