"""What tests of automations share: rules, and what is asked of them."""

from collections.abc import Callable
from typing import Any

import pytest

from oms.db import call, value

Rule = Callable[..., int]


@pytest.fixture
def rule(db: Any) -> Rule:
    """An active rule that tags; `given` is of the rule."""

    def make(**given: Any) -> int:
        made = {
            "name": f"Rule {value('select count(*) from automations.rules')}",
            "event": "order.placed",
            "conditions": [],
            "actions": [{"do": "tag", "text": "seen"}],
            "is_active": True,
        }
        return int(call("automations.save_rule", p_rule=made | given))

    return make


@pytest.fixture
def event_of() -> Callable[[int], int]:
    """The event of an order's placing."""

    def find(order_id: int) -> int:
        return int(value("select id from history.events where type = 'order.placed' and subject_id = :id", id=order_id))

    return find
