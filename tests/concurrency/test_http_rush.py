"""A rush over HTTP: as many as there are buy one, whichever way the SKU is sold, and everybody gets an answer."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from tests.concurrency.conftest import Answer, Site
from tests.support import factories
from tests.support.channels import ADDRESS, channel, sold
from tests.support.together import Outcome, crowd

AT_ONCE = 32
SIZES = [(60, 20), pytest.param(400, 100, marks=pytest.mark.slow)]
every_size = pytest.mark.parametrize(("buyers", "units"), SIZES)
every_way = pytest.mark.parametrize("way", ["level", "pool", "kit"])


@pytest.fixture
def buy(site: Site) -> Iterator[Callable[[str], Answer]]:
    """Somebody new wants one."""
    channel("market", "api", stock_policy="refuse")
    numbers = count(1)

    def order(sku: str) -> Answer:
        number = next(numbers)
        customer = {"email": f"buyer-{number}@example.com", "name": "Dora"}
        body = {"ship_to": ADDRESS, "customer": customer, "lines": [{"sku": sku, "quantity": 1}]}
        return site.order(body, f"order-{number}")

    return order


def offered(db: Any, way: str, units: int) -> str:
    """A SKU that can be bought so many times."""
    sku = sold(quantity=units)
    if way == "pool":
        db.call("inventory.pool", p_variant_id=db.value("select id from catalog.variants"))
    return str(factories.kit({sku: 1}).sku) if way == "kit" else sku


def told(outcomes: list[Outcome]) -> Counter[Any]:
    """How often which answer was given; whatever was raised is a fault."""
    assert [outcome for outcome in outcomes if not isinstance(outcome, Answer)] == []
    answers = [outcome for outcome in outcomes if isinstance(outcome, Answer)]
    return Counter(answer.body.get("code", answer.status) for answer in answers)


@every_way
@every_size
def test_exactly_as_many_are_sold_as_there_are(
    committed_db: Any, buy: Any, assert_consistent: Callable[[], None], way: str, buyers: int, units: int
) -> None:
    sku = offered(committed_db, way, units)
    outcomes = crowd([lambda: buy(sku)] * buyers, AT_ONCE)
    assert told(outcomes) == {201: units, "OM101": buyers - units}
    assert committed_db.value("select sum(reserved) from inventory.stock") == units
    assert committed_db.value("select count(*) from orders.orders") == units
    assert_consistent()


@every_size
def test_the_pool_is_switched_on_and_off_meanwhile(
    committed_db: Any, buy: Any, assert_consistent: Callable[[], None], buyers: int, units: int
) -> None:
    sku = offered(committed_db, "level", units)
    variant_id = committed_db.value("select id from catalog.variants")

    def switch() -> None:
        committed_db.call("inventory.pool", p_variant_id=variant_id)
        committed_db.call("inventory.unpool", p_variant_id=variant_id)

    works = [lambda: buy(sku)] * buyers
    for place in range(0, buyers, 10):
        works.insert(place, switch)
    outcomes = [outcome for outcome in crowd(works, AT_ONCE) if outcome is not None]
    assert told(outcomes) == {201: units, "OM101": buyers - units}
    assert committed_db.value("select count(*) from inventory.pool_units") == 0
    assert_consistent()
