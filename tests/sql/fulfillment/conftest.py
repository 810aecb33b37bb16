"""The work for one order of two mugs and one bowl at one location."""

from typing import Any

import pytest
from sqlalchemy import Row

from oms.db import SYSTEM, Actor, acting_as
from tests.support import factories


class Work:
    """A fulfillment order, and what a test asks about it."""

    def __init__(self, db: Any, method: str = "ship") -> None:
        self.db = db
        self.location_id = factories.store("HERE")
        self.mug = factories.product("MUG", barcodes=["4006381333931"])
        factories.stock("MUG", self.location_id, 10)
        factories.stocked(self.location_id, 10, "BOWL")
        lines = [factories.line("MUG", 2), factories.line("BOWL")]
        place = factories.place_pickup if method == "pickup" else lambda _at, **given: factories.place_order(**given)
        self.order = place(self.location_id, lines=lines)
        self.id = factories.works(self.order.id)[0].id

    @property
    def row(self) -> Row[Any]:
        return self.db.row("select * from fulfillment.orders where id = :id", id=self.id)

    @property
    def state(self) -> str:
        return str(self.row.state)

    def line(self, sku: str) -> Row[Any]:
        """The line of a SKU, whoever acts."""
        with acting_as(SYSTEM):
            return self.db.row(
                "select l.* from fulfillment.lines as l join catalog.variants as v on v.id = l.variant_id"
                " where l.order_id = :id and v.sku = :sku",
                id=self.id,
                sku=sku,
            )

    def level(self, sku: str) -> tuple[int, int]:
        """On hand and reserved here."""
        return tuple(
            self.db.row(
                "select l.on_hand, l.reserved from inventory.levels as l join catalog.variants as v on v.id = l.variant_id"
                " where v.sku = :sku and l.location_id = :at",
                sku=sku,
                at=self.location_id,
            )
        )

    def events(self) -> list[str]:
        """The types of everything that happened to its request, oldest first."""
        found = self.db.rows(
            "select type from history.events where subject = 'demand' and subject_id = :id order by id",
            id=self.row.request_id,
        )
        return [event.type for event in found]

    def packed(self) -> int:
        """Pick and pack it; the package's id."""
        factories.pick(self.id)
        return int(self.db.call("fulfillment.pack", p_order_id=self.id))

    def labeled(self, tracking_number: str = "T-1") -> int:
        """Pick, pack and label it; the package's id."""
        package_id = self.packed()
        self.label(package_id, tracking_number)
        return package_id

    def label(self, package_id: int, tracking_number: str = "T-1", label: bytes | None = None) -> None:
        self.db.call(
            "fulfillment.add_label",
            p_package_id=package_id,
            p_carrier="simulator",
            p_service="standard",
            p_tracking_number=tracking_number,
            p_tracking_url="",
            p_label=label,
        )

    def shipped(self) -> int:
        """Pick, pack and ship it; the package's id."""
        return factories.ship(self.id)


@pytest.fixture
def work(db: Any) -> Work:
    return Work(db)


@pytest.fixture
def pickup_work(db: Any) -> Work:
    return Work(db, method="pickup")


@pytest.fixture
def stranger(db: Any) -> Any:
    """Charlie, who works elsewhere."""
    charlie = Actor("person", 3, "Charlie", (factories.location("ELSEWHERE"),))
    return acting_as(charlie)
