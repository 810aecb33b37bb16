"""One SKU with ten units in London; a transfer of six of them to Leeds; a count of all of them."""

from dataclasses import dataclass
from typing import Any

import pytest

from oms.db import Actor
from tests.support import factories


@dataclass(frozen=True)
class Level:
    """A SKU at a location."""

    db: Any
    variant_id: int
    location_id: int

    @property
    def here(self) -> dict[str, int]:
        """As parameters of a function."""
        return {"p_variant_id": self.variant_id, "p_location_id": self.location_id}

    def claims(self, *quantities: int) -> list[dict[str, int]]:
        return [
            {"variant_id": self.variant_id, "location_id": self.location_id, "quantity": quantity}
            for quantity in quantities
        ]

    @property
    def now(self) -> Any:
        """The level as it is."""
        return self.db.row(
            "select on_hand, reserved, safety, unavailable, bin from inventory.levels"
            " where variant_id = :variant_id and location_id = :location_id",
            variant_id=self.variant_id,
            location_id=self.location_id,
        )

    @property
    def figures(self) -> tuple[int, int]:
        """On hand and reserved."""
        return self.now.on_hand, self.now.reserved

    @property
    def ledger(self) -> list[Any]:
        """Its movements, the last one first."""
        return self.db.rows(
            "select * from inventory.movements where variant_id = :variant_id and location_id = :location_id order by id desc",
            variant_id=self.variant_id,
            location_id=self.location_id,
        )

    @property
    def kept(self) -> tuple[int, int]:
        """Reserved, and how much of it is held."""
        found = self.db.row(
            "select reserved, held from inventory.levels where variant_id = :variant_id and location_id = :location_id",
            variant_id=self.variant_id,
            location_id=self.location_id,
        )
        return found.reserved, found.held

    def hold(self, quantity: int, key: str = "cart", minutes: int = 15) -> int:
        claims = self.claims(quantity)
        given = {"p_claims": claims, "p_kind": "checkout", "p_owner": "Dora", "p_minutes": minutes, "p_key": key}
        return int(self.db.call("inventory.hold", **given))

    def state_of(self, key: str = "cart") -> Any:
        """How the last hold of this key is."""
        return self.db.value("select state from inventory.holds where key = :key order by id desc limit 1", key=key)

    def wait(self, minutes: int) -> None:
        self.db.value(
            "select set_config('oms.now', (db.now() + make_interval(mins => :minutes))::text, true)", minutes=minutes
        )

    def last_event(self) -> Any:
        return self.db.row(
            "select type, data, location_id from history.events where subject = 'variant' and subject_id = :id order by id desc",
            id=self.variant_id,
        )


@pytest.fixture
def level(db: Any) -> Level:
    location_id = factories.location("LONDON")
    sku = factories.stocked(location_id, 10)
    return Level(db, db.value("select id from catalog.variants where sku = :sku", sku=sku), location_id)


class Transfer:
    """A draft of six units from London to Leeds, and its steps."""

    def __init__(self, db: Any, level: Level) -> None:
        self.db = db
        self.source = level
        self.destination = Level(db, level.variant_id, factories.location("LEEDS"))
        self.sku = db.value("select sku from catalog.variants where id = :id", id=level.variant_id)
        self.id = db.call(
            "inventory.create_transfer",
            p_source_id=level.location_id,
            p_destination_id=self.destination.location_id,
            p_lines=[{"sku": self.sku, "quantity": 6}],
        )

    def step(self, name: str, **given: Any) -> Any:
        return self.db.call(f"inventory.{name}_transfer", p_transfer_id=self.id, **given)

    def receive(self, quantity: int, outcome: str = "received", **given: Any) -> int:
        return int(self.step("receive", p_code=self.sku, p_quantity=quantity, p_outcome=outcome, **given))

    def send(self) -> "Transfer":
        self.step("ready")
        self.step("send")
        return self

    @property
    def now(self) -> Any:
        return self.db.row("select * from inventory.transfers where id = :id", id=self.id)

    @property
    def line(self) -> Any:
        return self.db.row("select * from inventory.transfer_lines where transfer_id = :id", id=self.id)

    @property
    def incoming(self) -> int:
        """What Leeds expects."""
        return int(
            self.db.value(
                "select coalesce(max(incoming), 0) from inventory.levels where location_id = :id",
                id=self.destination.location_id,
            )
        )

    def seen_from(self, level: Level) -> Any:
        """Acting as somebody who works at one end alone."""
        return self.db.acting_as(Actor("person", 7, "Charlie", (level.location_id,)))


@pytest.fixture
def transfer(db: Any, level: Level) -> Transfer:
    return Transfer(db, level)


class Count:
    """A full count in London, and its steps."""

    def __init__(self, db: Any, level: Level) -> None:
        self.db = db
        self.level = level
        self.sku = db.value("select sku from catalog.variants where id = :id", id=level.variant_id)
        self.id = db.call("inventory.start_count", p_location_id=level.location_id, p_scope="full")

    def tally(self, quantity: int, *, sets: bool = True, code: str | None = None) -> int:
        given = {"p_code": code or self.sku, "p_quantity": quantity, "p_sets": sets}
        return int(self.db.call("inventory.tally", p_count_id=self.id, **given))

    def step(self, name: str, **given: Any) -> Any:
        return self.db.call(f"inventory.{name}_count", p_count_id=self.id, **given)

    def reviewed(self, counted: int) -> "Count":
        self.tally(counted)
        self.step("review")
        return self

    def limit(self, units: int = 10, minor: int = 20_000) -> "Count":
        """What may be posted without approval."""
        code = self.db.value("select code from inventory.locations where id = :id", id=self.level.location_id)
        limits = {"count_limit_units": units, "count_limit_minor": minor}
        self.db.call("inventory.save_location", p_location={"code": code, **limits})
        return self

    @property
    def now(self) -> Any:
        return self.db.row("select * from inventory.counts where id = :id", id=self.id)

    @property
    def line(self) -> Any:
        return self.db.row(
            "select * from inventory.count_lines where count_id = :id and variant_id = :variant_id",
            id=self.id,
            variant_id=self.level.variant_id,
        )

    def elsewhere(self) -> Any:
        """Acting as somebody who works at another place."""
        return self.db.acting_as(Actor("person", 7, "Charlie", (factories.location(),)))


@pytest.fixture
def count(db: Any, level: Level) -> Count:
    return Count(db, level)
