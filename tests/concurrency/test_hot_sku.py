"""A thousand buyers of two hundred units: two hundred get one, however the sessions fall together."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import crowd, faults

BUYERS = 1000
UNITS = 200


@pytest.mark.parametrize("run", [0, *[pytest.param(run, marks=pytest.mark.slow) for run in range(1, 50)]])
def test_exactly_as_many_are_sold_as_there_are(
    committed_db: Any, assert_consistent: Callable[[], None], run: int
) -> None:
    sku = factories.stocked(factories.location(), quantity=UNITS)
    wanted = factories.order(lines=[factories.line(sku)], stock_policy="refuse")
    orders = [{**wanted, "external_id": f"{run}-{n}", "payments": [factories.payment(1000)]} for n in range(BUYERS)]

    outcomes = crowd([lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders])

    assert faults(outcomes) == []
    told = Counter(outcome.code if isinstance(outcome, DomainError) else type(outcome).__name__ for outcome in outcomes)
    assert told == {"Row": UNITS, "OM101": BUYERS - UNITS}
    level = committed_db.row("select on_hand, reserved from inventory.levels")
    assert (level.on_hand, level.reserved) == (UNITS, UNITS)
    assert committed_db.value("select count(*) from orders.orders") == UNITS
    assert_consistent()
