"""Expected deliveries for tests, on top of tests/support/factories.py."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from oms.db import call, row, rows

_numbers = count(1)


def in_days(days: int) -> date:
    today: date = call("db.today")
    return today + timedelta(days=days)


def expect(location_id: int, days: int = 7, **quantities: int) -> int:
    """A delivery that comes in so many days; its id. `SKU=quantity` for each line."""
    return int(
        call(
            "inventory.expect",
            p_incoming={
                "reference": f"PO-{next(_numbers)}",
                "supplier": "Mills & Sons",
                "location_id": location_id,
                "expected_on": in_days(days).isoformat(),
                "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in quantities.items()],
            },
        )
    )


def line_of(incoming_id: int) -> Any:
    """The one line of a delivery as it is now."""
    found = row("select * from inventory.incoming_lines where incoming_id = :id", id=incoming_id)
    assert found is not None
    return found


def receive(incoming_id: int, quantity: int) -> None:
    """Take in so many of the one SKU of a delivery."""
    lines = [{"line_id": line_of(incoming_id).id, "quantity": quantity}]
    call("inventory.receive_incoming", p_incoming_id=incoming_id, p_lines=lines)


def promised(order: Any) -> list[tuple[int, date, str]]:
    """What an order's units are promised out of expected deliveries: how many, for when, how far it has come."""
    return [
        (peg.quantity, peg.promised_on, peg.state)
        for peg in rows(
            "select p.* from demand.pegs as p join demand.lines as l on l.id = p.line_id"
            " where l.request_id = :id and p.state <> 'released' order by p.promised_on, p.id",
            id=order.request_id,
        )
    ]
