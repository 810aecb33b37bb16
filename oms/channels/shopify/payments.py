"""What Shopify says of payment, as the facts so far: each kind with the sum it has come to."""

from typing import Any

from oms.channels.amounts import known, minor
from oms.channels.shopify.payload import Payload, items, part, text

Payment = dict[str, Any]


def payments(order: Payload, currency: str, reference: str) -> list[Payment]:
    """The facts behind `financial_status`. `reference` names the order among those of all channels."""
    total = known(minor(order.get("total_price"), currency))
    outstanding = known(minor(order.get("total_outstanding", total), currency))
    so_far = sums(text(order, "financial_status"), total, outstanding, _refunded(order, currency))
    return [
        {
            "kind": kind,
            "amount_minor": amount,
            "gateway": _gateway(order),
            "reference": reference,
            "occurred_at": text(order, *_MOMENTS[kind]) or None,
        }
        for kind, amount in so_far.items()
    ]


def sums(status: str, total: int, outstanding: int, refunded: int) -> dict[str, int]:
    """What each kind of payment has come to, by Shopify's word for it."""
    said = {
        "authorized": {"authorize": total},
        "partially_paid": {"capture": total - outstanding},
        "paid": {"capture": total},
        "partially_refunded": {"capture": total, "refund": min(refunded, total)},
        "refunded": {"capture": total, "refund": total},
        "voided": {"authorize": total, "void": total},
    }
    return {kind: amount for kind, amount in said.get(status, {}).items() if amount > 0}


_MOMENTS = {
    "authorize": ("processed_at", "created_at"),
    "capture": ("processed_at", "created_at"),
    "refund": ("updated_at", "processed_at"),
    "void": ("updated_at", "processed_at"),
}


def _refunded(order: Payload, currency: str) -> int:
    transactions = [transaction for refund in items(order, "refunds") for transaction in items(refund, "transactions")]
    return known(
        *(
            minor(transaction.get("amount"), currency)
            for transaction in transactions
            if text(transaction, "kind") == "refund" and text(transaction, "status") == "success"
        )
    )


def _gateway(order: Payload) -> str:
    names = order.get("payment_gateway_names")
    first = names[0] if isinstance(names, list) and names and isinstance(names[0], str) else ""
    return first or text(order, "gateway") or text(part(order, "payment_details"), "credit_card_company") or "shopify"
