"""Automations as they happen: by a task, for each event, and whatever breaks stops nothing else."""

from typing import Any

from jobs.run import run_due
from oms.db import call, rows, value
from tests.support.factories import order_row, place_order


def save(name: str, **given: Any) -> int:
    made = {"name": name, "event": "order.placed", "actions": [{"do": "tag", "text": name}], "is_active": True}
    return int(call("automations.save_rule", p_rule=made | given))


def test_it_happens_by_itself(db: Any) -> None:
    save("big", conditions=[{"fact": "total", "operator": "above", "value": "500", "currency": "EUR"}])
    save("off", is_active=False)
    order = place_order()
    run_due()
    assert order_row(order.id).tags == ["big"]


def test_one_brings_about_another_and_no_circle_goes_on(db: Any) -> None:
    save("first")
    save("second", event="order.tagged", actions=[{"do": "hold", "reason": "manual"}])
    save("third", event="order.held", actions=[{"do": "untag", "text": "first"}])
    save("fourth", event="order.untagged", actions=[{"do": "tag", "text": "first"}])
    order = place_order()
    run_due()
    found = rows(
        "select r.name, u.depth, u.outcome from automations.runs as u join automations.rules as r on r.id = u.rule_id order by u.id"
    )
    assert [tuple(run) for run in found] == [
        ("first", 1, "done"),
        ("second", 2, "done"),
        ("third", 3, "done"),
        ("fourth", 4, "done"),
        ("second", 5, "stopped"),
    ]
    assert order_row(order.id).is_on_hold


def test_a_broken_one_stops_no_other_and_is_seen(db: Any, owner: Any) -> None:
    poison, refused, fine = save("poison"), save("refused"), save("fine")
    broken = '[{"fact": "total", "operator": "above", "value": "lots", "currency": "EUR"}]'
    owner("update automations.rules set conditions = cast(:broken as jsonb) where id = :id", broken=broken, id=poison)
    owner('update automations.rules set actions = \'[{"do": "assign", "person_id": 0}]\' where id = :id', id=refused)
    order = place_order()
    run_due()
    found = {run.rule_id: run for run in rows("select rule_id, outcome, error from automations.runs")}
    assert {rule_id: run.outcome for rule_id, run in found.items()} == {
        poison: "failed",
        refused: "failed",
        fine: "done",
    }
    assert found[poison].error.startswith("DataError in ")
    assert found[refused].error == "OM342"
    assert order_row(order.id).tags == ["fine"]
    assert value("select count(*) from tasks.tasks where kind = 'automations.evaluate' and state = 'done'") == 1
