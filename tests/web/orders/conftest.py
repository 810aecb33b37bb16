"""The cast: Alice manages, Bob packs in Berlin, Charlie works in another store, Dora buys."""

from typing import Any, NamedTuple

import pytest

from tests.support.factories import location, stocked, store
from tests.support.pages import CheckedClient
from tests.support.people import LogIn


class House(NamedTuple):
    """Two places, and a SKU that only Berlin has."""

    berlin: int
    leipzig: int
    sku: str


@pytest.fixture
def house(db: Any) -> House:
    berlin = location("BERLIN", name="Berlin warehouse")
    return House(berlin, store("LEIPZIG", name="Leipzig store", ships=False), stocked(berlin, 20, sku="MUG-BLUE"))


@pytest.fixture
def alice(log_in: LogIn, house: House) -> CheckedClient:
    return log_in("manager", name="Alice Adams")


@pytest.fixture
def bob(log_in: LogIn, house: House) -> CheckedClient:
    return log_in("warehouse", name="Bob Baker", locations=[house.berlin])


@pytest.fixture
def charlie(log_in: LogIn, house: House) -> CheckedClient:
    return log_in("store", name="Charlie Cole", locations=[house.leipzig])
