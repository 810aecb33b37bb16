"""A pickup of two mugs that waits on shelf A1 of a store in Berlin."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Row

from oms.db import SYSTEM, Actor, acting_as
from oms.pickup import codes
from tests.support import factories

NONCE = b"sixteen bytes .."
CODE = "ABC234"


class Waiting:
    """A pickup, and what a test asks about it."""

    def __init__(self, db: Any) -> None:
        self.db = db
        self.location_id = factories.store("HERE", pickup_days=7)
        factories.stocked(self.location_id, 10, "MUG")
        self.order = factories.place_pickup(self.location_id, lines=[factories.line("MUG", 2)])
        self.work_id = factories.works(self.order.id)[0].id
        for code in ("A1", "B2"):
            db.call("pickup.save_shelf", p_location_id=self.location_id, p_code=code)
        factories.pick(self.work_id)
        self.id = self.stage()

    def stage(self, shelf: str = "A1") -> int:
        given = {"p_nonce": NONCE, "p_code_hash": codes.hash_of(NONCE, CODE)}
        return int(self.db.call("pickup.stage", p_order_id=self.work_id, p_shelf=shelf, **given))

    def hand_over(self, code: str = CODE, proof: str = "code") -> bool:
        return bool(
            self.db.call(
                "pickup.hand_over",
                p_pickup_id=self.id,
                p_proof=proof,
                p_code_hash=codes.hash_of(NONCE, code),
                p_collected_by="Dora Buys",
            )
        )

    @property
    def row(self) -> Row[Any]:
        with acting_as(SYSTEM):
            return self.db.row("select * from pickup.pickups where id = :id", id=self.id)

    @property
    def state(self) -> str:
        with acting_as(SYSTEM):
            return str(self.db.value("select state from fulfillment.orders where id = :id", id=self.work_id))

    @property
    def level(self) -> tuple[int, int]:
        """On hand and reserved."""
        with acting_as(SYSTEM):
            return tuple(self.db.row("select on_hand, reserved from inventory.levels"))

    def events(self) -> list[str]:
        """The types of everything that happened to its request, oldest first."""
        sql = "select type from history.events where subject = 'demand' and subject_id = :id order by id"
        return [event.type for event in self.db.rows(sql, id=self.order.request_id)]

    def pass_time(self, **given: float) -> None:
        """Time passes; a test's transaction has one clock."""
        self.db.value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(**given))


@pytest.fixture
def waiting(db: Any) -> Waiting:
    # A Monday at noon, in winter: no reminder falls into the night by accident.
    db.value("select set_config('oms.now', '2026-11-23 12:00+01', true)")
    return Waiting(db)


@pytest.fixture
def stranger(db: Any) -> Any:
    """Charlie, who works elsewhere."""
    return acting_as(Actor("person", 3, "Charlie", (factories.location("ELSEWHERE"),)))
