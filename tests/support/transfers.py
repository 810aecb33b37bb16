"""Transfers of units that are told apart, on top of tests/support/factories.py."""

from typing import Any

from oms.db import call, row, rows, value
from tests.support import factories


class Load:
    """So many units of a SKU from London to Leeds, a draft at first."""

    def __init__(self, variant: Any, quantity: int, **lots: int | tuple[int, str]) -> None:
        self.variant = variant
        self.here, self.there = factories.location(name="London"), factories.location(name="Leeds")
        if lots:
            factories.lots(variant.id, self.here, **lots)
        ends = {"p_source_id": self.here, "p_destination_id": self.there}
        self.id = call("inventory.create_transfer", **ends, p_lines=[{"sku": variant.sku, "quantity": quantity}])

    def step(self, name: str, **given: Any) -> Any:
        return call(f"inventory.{name}_transfer", p_transfer_id=self.id, **given)

    def send(self) -> "Load":
        self.step("ready")
        self.step("send")
        return self

    def line(self, code: str, quantity: int, **given: Any) -> int:
        return int(
            call("inventory.set_transfer_line", p_transfer_id=self.id, p_code=code, p_quantity=quantity, **given)
        )

    def receive(self, quantity: int, outcome: str = "received", code: str | None = None, **lots: Any) -> int:
        """Take in so many of it; of these lots, if any are named: so many, or so many that expire on a day."""
        told = [
            {"code": lot, "quantity": units[0], "expires_on": units[1]}
            if isinstance(units, tuple)
            else {"code": lot, "quantity": units}
            for lot, units in lots.items()
        ]
        given = {"p_code": code or self.variant.sku, "p_quantity": quantity, "p_outcome": outcome}
        return int(self.step("receive", **given, p_lots=told or None))

    def undo(self, receipt_id: int) -> None:
        call("inventory.undo_transfer_receipt", p_receipt_id=receipt_id)

    @property
    def state(self) -> str:
        return str(value("select state from inventory.transfers where id = :id", id=self.id))

    @property
    def lots(self) -> dict[str, int]:
        """How many go along of each lot."""
        return {found.code: found.quantity for found in self._lots() if found.quantity}

    @property
    def under_way(self) -> dict[str, int]:
        return {found.code: found.under_way for found in self._lots() if found.under_way}

    def _lots(self) -> list[Any]:
        return rows(
            "select t.code, x.quantity, x.under_way from inventory.transfer_lots as x"
            " join inventory.lots as t on t.id = x.lot_id where x.transfer_id = :id",
            id=self.id,
        )

    def at(self, location_id: int) -> dict[str, tuple[int, int, int]]:
        """On hand, reserved and unavailable of each lot there."""
        return {
            found.code: (found.on_hand, found.reserved, found.unavailable)
            for found in rows(
                "select t.code, x.on_hand, x.reserved, x.unavailable from inventory.lot_levels as x"
                " join inventory.lots as t on t.id = x.lot_id"
                " where x.variant_id = :variant_id and x.location_id = :location_id",
                variant_id=self.variant.id,
                location_id=location_id,
            )
        }

    def level(self, location_id: int) -> tuple[int, int, int, int]:
        """On hand, reserved, unavailable and incoming there."""
        found = row(
            "select on_hand, reserved, unavailable, incoming from inventory.levels"
            " where variant_id = :variant_id and location_id = :location_id",
            variant_id=self.variant.id,
            location_id=location_id,
        )
        return tuple(found) if found else (0, 0, 0, 0)  # type: ignore[return-value]


def lot_id(code: str) -> int:
    return int(value("select id from inventory.lots where code = :code", code=code))
