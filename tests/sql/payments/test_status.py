"""payments.status: what the counters amount to."""

from typing import Any

import pytest

from oms.db import value


@pytest.mark.parametrize(
    ("counters", "status"),
    [
        ((1000, 0, 0, 0, 0, 0), "none"),
        ((1000, 0, 999, 0, 0, 0), "none"),
        ((1000, 0, 1000, 0, 0, 0), "authorized"),
        ((1000, 0, 1000, 200, 0, 0), "authorized"),  # a gift card was taken, the card has the rest
        ((1000, 0, 400, 400, 0, 0), "partially_paid"),
        ((1000, 0, 1000, 600, 400, 0), "partially_paid"),
        ((1000, 0, 1000, 1000, 0, 0), "paid"),
        ((1000, 0, 1200, 1200, 0, 0), "overpaid"),
        ((1000, 0, 1200, 1200, 0, 200), "partially_refunded"),
        ((1000, 0, 1000, 1000, 0, 300), "partially_refunded"),
        ((1000, 0, 1000, 1000, 0, 1000), "refunded"),
        ((1000, 0, 1000, 0, 1000, 0), "voided"),
        ((1000, 1000, 0, 0, 0, 0), "voided"),
        ((1000, 1000, 1000, 0, 0, 0), "voided"),
        ((1000, 1000, 1000, 1000, 0, 0), "overpaid"),
        ((1000, 300, 1000, 700, 0, 0), "paid"),
        ((1000, 300, 1000, 1000, 0, 100), "overpaid"),
        ((0, 0, 0, 0, 0, 0), "paid"),
    ],
)
def test_it_says_what_the_counters_amount_to(db: Any, counters: tuple[int, ...], status: str) -> None:
    due, waived, authorized, captured, voided, refunded = counters
    found = value(
        "select payments.status(jsonb_populate_record(null::payments.payables, :counters))",
        counters={
            "due_minor": due,
            "waived_minor": waived,
            "authorized_minor": authorized,
            "captured_minor": captured,
            "voided_minor": voided,
            "refunded_minor": refunded,
        },
    )
    assert found == status
