"""Money at the counter, for pickup, which may not ask for it itself (oms/pickup/till.py)."""

from oms.db import call, row, value
from oms.pickup.till import Due


def due(request_id: int) -> Due | None:
    """What an order that is handed over still owes; what a card was authorized for counts as paid."""
    found = row(
        "select o.currency, p.due_minor - p.waived_minor"
        " - greatest(p.captured_minor, p.authorized_minor - p.voided_minor) as owed_minor"
        " from orders.orders as o join payments.payables as p on p.id = o.payable_id where o.request_id = :request_id",
        request_id=request_id,
    )
    return Due(found.owed_minor, found.currency) if found and found.owed_minor > 0 else None


def take(request_id: int, pickup_id: int, amount_minor: int, means: str) -> None:
    """Write down that it was paid; for the same pickup and amount it is one payment."""
    call(
        "orders.record_payment",
        p_order_id=value("select id from orders.orders where request_id = :request_id", request_id=request_id),
        p_event={
            "kind": "capture",
            "amount_minor": amount_minor,
            "gateway": f"counter_{means}",
            "reference": f"pickup-{pickup_id}-{amount_minor}",
        },
    )
