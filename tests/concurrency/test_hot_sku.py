"""A thousand buyers of two hundred units: two hundred get one, however the sessions fall together; quick, a quarter of them."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import crowd, faults

RUNS = [(250, 50, 0), *[pytest.param(1000, 200, run, marks=pytest.mark.slow) for run in range(1, 51)]]


@pytest.mark.parametrize(("buyers", "units", "run"), RUNS)
def test_exactly_as_many_are_sold_as_there_are(
    committed_db: Any, assert_consistent: Callable[[], None], buyers: int, units: int, run: int
) -> None:
    sku = factories.stocked(factories.location(), quantity=units)
    wanted = factories.order(lines=[factories.line(sku)], stock_policy="refuse")
    orders = [{**wanted, "external_id": f"{run}-{n}", "payments": [factories.payment(1000)]} for n in range(buyers)]

    outcomes = crowd([lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert faults(outcomes) == []
    told = Counter(outcome.code if isinstance(outcome, DomainError) else type(outcome).__name__ for outcome in outcomes)
    assert told == {"Row": units, "OM101": buyers - units}
    level = committed_db.row("select on_hand, reserved from inventory.levels")
    assert (level.on_hand, level.reserved) == (units, units)
    assert committed_db.value("select count(*) from orders.orders") == units
    assert_consistent()
