"""London has ten mugs, of which three are promised; Leeds has four. Alice sees all of it, Bob works in London."""

from typing import Any

import pytest

from tests.support import factories


class Shelf:
    """A SKU, its two places, and the addresses of its pages."""

    def __init__(self, db: Any) -> None:
        self.db = db
        self.london = factories.store("LONDON", priority=10)
        self.leeds = factories.store("LEEDS", priority=20)
        self.variant = factories.product("MUG", barcodes=["4006381333931"])
        factories.stock("MUG", self.london, 10)
        factories.stock("MUG", self.leeds, 4)
        line = factories.line("MUG", 3)
        self.order = factories.place_order(lines=[line], source_location_ids=[self.london])
        self.url = f"/stock/{self.variant.id}"
        self.in_london = f"{self.url}/{self.london}"

    def level(self, location_id: int | None = None) -> Any:
        return self.db.row(
            "select on_hand, reserved, safety, unavailable, bin from inventory.levels"
            " where variant_id = :variant_id and location_id = :location_id",
            variant_id=self.variant.id,
            location_id=location_id or self.london,
        )


@pytest.fixture
def shelf(db: Any) -> Shelf:
    return Shelf(db)


@pytest.fixture
def alice(log_in: Any, shelf: Shelf) -> Any:
    return log_in("manager", name="Alice Adams")


@pytest.fixture
def bob(log_in: Any, shelf: Shelf) -> Any:
    return log_in("store", name="Bob Brown", locations=[shelf.london])


@pytest.fixture
def charlie(log_in: Any, shelf: Shelf) -> Any:
    """Works in Leeds."""
    return log_in("store", name="Charlie Clark", locations=[shelf.leeds])
