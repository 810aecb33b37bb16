"""What `financial_status` means in facts."""

from typing import Any

import pytest

from oms.channels.shopify.payments import payments
from tests.support.shopify import order_payload


def facts(**given: Any) -> dict[str, int]:
    return {fact["kind"]: fact["amount_minor"] for fact in payments(order_payload(**given), "EUR", "shop/1")}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("pending", {}),
        ("expired", {}),
        ("authorized", {"authorize": 1000}),
        ("paid", {"capture": 1000}),
        ("refunded", {"capture": 1000, "refund": 1000}),
        ("voided", {"authorize": 1000, "void": 1000}),
        (None, {}),
    ],
)
def test_it_reads_each_status(status: str | None, expected: dict[str, int]) -> None:
    assert facts(financial_status=status) == expected


def test_it_reads_how_much_is_paid() -> None:
    assert facts(financial_status="partially_paid", total_outstanding="4.00") == {"capture": 600}
    assert facts(financial_status="partially_paid") == {}


def test_it_sums_refunds_that_went_through() -> None:
    moved = [
        {"kind": "refund", "status": "success", "amount": "2.00"},
        {"kind": "refund", "status": "failure", "amount": "5.00"},
        {"kind": "sale", "status": "success", "amount": "5.00"},
    ]
    refunds = [{"transactions": moved}, {"transactions": moved[:1]}]
    assert facts(financial_status="partially_refunded", refunds=refunds) == {"capture": 1000, "refund": 400}


def test_it_has_nothing_to_say_of_a_free_order() -> None:
    assert facts(total_price="0.00") == {}


def test_it_names_gateway_and_order() -> None:
    [fact] = payments(order_payload(payment_gateway_names=["paypal"]), "EUR", "shop/1")
    assert (fact["gateway"], fact["reference"]) == ("paypal", "shop/1")
