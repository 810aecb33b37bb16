"""One want of five units, with ten in stock; and how far it has come."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.support import factories

BUCKETS = ("canceled", "unrouted", "backordered", "allocated", "released", "shipped", "delivered")


@dataclass(frozen=True)
class Want:
    """A request with one line."""

    db: Any
    request_id: int
    line_id: int
    location_id: int

    def allocate(self, quantity: int) -> int:
        """Reserve some of it; the allocation's id."""
        self.db.call(
            "demand.allocate",
            p_request_id=self.request_id,
            p_allocations=[{"line_id": self.line_id, "location_id": self.location_id, "quantity": quantity}],
        )
        return int(self.db.value("select max(id) from demand.allocations where line_id = :id", id=self.line_id))

    def release(self, quantity: int) -> int:
        """Reserve and release some of it; the allocation's id."""
        allocation_id = self.allocate(quantity)
        self.db.call("demand.release", p_request_id=self.request_id)
        return allocation_id

    @property
    def buckets(self) -> dict[str, int]:
        """The quantities of its line that are not zero."""
        line = self.db.row("select * from demand.lines where id = :id", id=self.line_id)
        return {name: line._mapping[name] for name in BUCKETS if line._mapping[name]}

    @property
    def level(self) -> tuple[int, int]:
        """On hand and reserved."""
        return tuple(self.db.row("select on_hand, reserved from inventory.levels"))

    def state(self, allocation_id: int) -> tuple[str, int]:
        """State and quantity of an allocation."""
        return tuple(self.db.row("select state, quantity from demand.allocations where id = :id", id=allocation_id))


@pytest.fixture
def want(db: Any) -> Want:
    at = factories.store()
    sku = factories.stocked(at, quantity=10)
    request_id = db.call(
        "demand.open_request",
        p_request={
            "reference": "W-1",
            "method": "pickup",
            "location_id": at,
            "language": "en",
            "wanted_at": db.now().isoformat(),
        },
    )
    variant_id = db.value("select id from catalog.variants where sku = :sku", sku=sku)
    line_id = db.call("demand.add_line", p_request_id=request_id, p_variant_id=variant_id, p_quantity=5)
    return Want(db, request_id, line_id, at)
