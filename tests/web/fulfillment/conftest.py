"""Bob packs in Berlin, Charlie works in Leeds; an order of two mugs and a bowl waits in Berlin."""

from typing import Any

import pytest

from tests.support import factories


class Bench:
    """The fulfillment order, and the address of everything about it."""

    def __init__(self, db: Any) -> None:
        self.db = db
        self.location_id = factories.location("BERLIN")
        factories.product("MUG", barcodes=["4006381333931"])
        factories.stock("MUG", self.location_id, 10)
        factories.stocked(self.location_id, 10, "BOWL")
        self.order = factories.place_order(lines=[factories.line("MUG", 2), factories.line("BOWL")])
        work = factories.works(self.order.id)[0]
        self.id, self.number = work.id, work.number
        self.url = f"/fulfillment/{self.number}"

    @property
    def work(self) -> Any:
        return self.db.row("select * from fulfillment.orders where id = :id", id=self.id)

    def line(self, sku: str) -> Any:
        return self.db.row(
            "select l.* from fulfillment.lines as l join catalog.variants as v on v.id = l.variant_id"
            " where l.order_id = :id and v.sku = :sku",
            id=self.id,
            sku=sku,
        )

    def at(self, sku: str, step: str) -> str:
        """The address of a step of a line."""
        return f"{self.url}/lines/{self.line(sku).id}/{step}"

    def packed(self) -> None:
        factories.pick(self.id)
        self.db.call("fulfillment.pack", p_order_id=self.id)


@pytest.fixture
def bench(db: Any) -> Bench:
    return Bench(db)


@pytest.fixture
def bob(log_in: Any, bench: Bench) -> Any:
    return log_in("warehouse", name="Bob", locations=[bench.location_id])


@pytest.fixture
def charlie(log_in: Any, bench: Bench) -> Any:
    return log_in("warehouse", name="Charlie", locations=[factories.location("LEEDS")])
