"""Alice works in the Berlin store, Charlie in the Leeds store; Dora has ordered two mugs to collect in Berlin."""

from typing import Any

import pytest

from oms.pickup import codes
from tests.support import factories
from tests.support.server import SECRET_KEY


class Counter:
    """The pickup, and the address of everything about it."""

    def __init__(self, db: Any) -> None:
        self.db = db
        self.location_id = factories.store("BERLIN")
        factories.stocked(self.location_id, 10, "MUG")
        for code in ("A1", "B2"):
            db.call("pickup.save_shelf", p_location_id=self.location_id, p_code=code)
        self.place()

    def place(self, **given: Any) -> None:
        """Dora orders; the counter is about this order from now on."""
        self.order = factories.place_pickup(self.location_id, lines=[factories.line("MUG", 2)], **given)
        work = factories.works(self.order.id)[0]
        self.id, self.number = work.id, work.number
        self.url = f"/pickup/{self.number}"

    def stage(self, client: Any) -> None:
        factories.pick(self.id)
        assert client.post(f"{self.url}/staging", data={"shelf": "A1"}).status_code == 303

    @property
    def pickup(self) -> Any:
        return self.db.row("select * from pickup.pickups where fulfillment_order_id = :id", id=self.id)

    @property
    def code(self) -> str:
        """What Dora was told."""
        return codes.code_of(SECRET_KEY, bytes(self.pickup.nonce))

    @property
    def state(self) -> str:
        return str(self.db.value("select state from fulfillment.orders where id = :id", id=self.id))


@pytest.fixture
def counter(db: Any) -> Counter:
    return Counter(db)


@pytest.fixture
def alice(log_in: Any, counter: Counter) -> Any:
    return log_in("store", name="Alice", locations=[counter.location_id])


@pytest.fixture
def charlie(log_in: Any, counter: Counter) -> Any:
    return log_in("store", name="Charlie", locations=[factories.store("LEEDS")])


@pytest.fixture
def waiting(alice: Any, counter: Counter) -> Counter:
    """The counter with its pickup on shelf A1."""
    counter.stage(alice)
    return counter
