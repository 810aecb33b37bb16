"""automations.fail: what broke is seen, once."""

from typing import Any

from oms.db import call, row, rows
from tests.support.factories import place_order


def test_it_stands_with_the_rule_and_in_the_timeline(rule: Any, event_of: Any) -> None:
    order, rule_id = place_order(), rule(name="Broken")
    about = {"p_event_id": event_of(order.id), "p_order_id": order.id, "p_cause_id": None, "p_error": "OM303"}
    for _ in range(2):
        call("automations.fail", p_rule_id=rule_id, **about)
    run = row("select outcome, error, version from automations.runs")
    assert tuple(run or ()) == ("failed", "OM303", 1)
    told = rows("select data from history.events where type = 'automation.failed'")
    assert [event.data for event in told] == [{"name": "Broken", "error": "OM303"}]
