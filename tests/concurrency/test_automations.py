"""The same event is asked of a rule by many at once: it acts once."""

from typing import Any

from jobs import automations
from oms.db import call, rows, value
from tests.support.factories import order_row, place_order
from tests.support.together import together


def test_an_automation_acts_once_however_often_its_task_runs(committed_db: Any) -> None:
    rule = {
        "name": "Seen",
        "event": "order.placed",
        "actions": [{"do": "tell", "person_id": _person(), "text": "look"}],
    }
    call("automations.save_rule", p_rule=rule | {"is_active": True})
    order = place_order()
    event_id = value("select id from history.events where type = 'order.placed'")
    args = {"event_id": event_id, "order_id": order.id, "cause_id": None}
    assert together(*[lambda: automations.evaluate(args)] * 8) == [None] * 8
    assert len(rows("select from history.events where type = 'order.note'")) == 1
    assert len(rows("select from automations.runs")) == 1
    assert order_row(order.id).id == order.id


def _person() -> int:
    made = {
        "p_email": "alice@example.com",
        "p_name": "Alice",
        "p_role": "service",
        "p_language": "en",
        "p_time_zone": None,
    }
    return int(call("auth.create_person", **made))
