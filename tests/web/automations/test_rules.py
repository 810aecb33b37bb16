"""Automations on screen: built in plain sentences, with plain requests."""

from typing import Any

import pytest

from jobs.run import run_due
from oms.db import call, row, rows, value
from tests.support.factories import field, line, location, order_row, place_order, stocked

BUILT = {
    "name": "Big orders",
    "event": "order.placed",
    "conditions-0-test": "total above",
    "conditions-0-value": "15.00",
    "conditions-1-test": "is_on_hold is false",
    "conditions-1-value": "",
    "actions-0-do": "hold fraud",
    "actions-0-person": "",
    "actions-0-text": "Call first",
    "is_active": "1",
}


@pytest.fixture
def alice(log_in: Any) -> Any:
    return log_in("manager", name="Alice Adams")


def press(client: Any, button: str, path: str = "new", **data: str) -> Any:
    return client.post(f"/settings/automations/{path}", data={**BUILT, **data, "press": button})


def test_it_is_built_saved_and_read_out(alice: Any) -> None:
    assert press(alice, "save").status_code == 303
    kept = row("select event, conditions, actions, is_active from automations.rules")
    assert tuple(kept or ()) == (
        "order.placed",
        [
            {"fact": "total", "operator": "above", "value": "1500", "currency": "EUR"},
            {"fact": "is_on_hold", "operator": "is", "value": "false"},
        ],
        [{"do": "hold", "reason": "fraud", "text": "Call first"}],
        True,
    )
    shown = alice.get("/settings/automations").text
    assert "When an order is placed, and its total is over €15.00 and it is not on hold, then put it on hold:" in shown


def test_rows_come_and_go_and_nothing_is_kept(alice: Any) -> None:
    more = press(alice, "add-condition").text
    assert 'name="conditions-2-test"' in more
    assert 'value="15.00"' in more
    assert 'name="actions-1-do"' in press(alice, "add-action").text
    less = press(alice, "remove-condition-0").text
    assert "15.00" not in less
    assert 'name="conditions-1-test"' not in less
    assert 'name="actions-0-do"' not in press(alice, "remove-action-0").text
    assert value("select count(*) from automations.rules") == 0


def test_it_is_tried_on_the_past_without_doing_anything(alice: Any) -> None:
    sku = stocked(location(), 20)
    big, small = place_order(lines=[line(sku, 2)]), place_order(lines=[line(sku)])
    tried = press(alice, "try").text
    assert "It would have matched 1 order" in tried
    assert "Looked at 2 orders" in tried
    assert f"/orders/{big.number}" in tried
    assert f"/orders/{small.number}" not in tried
    assert not order_row(big.id).is_on_hold


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"conditions-0-value": "much"}, "Condition 1 can&#39;t compare with “much”"),
        ({"conditions-0-test": "mood is"}, "Condition 1 asks for “mood”"),
        ({"actions-0-do": "tag", "actions-0-text": ""}, "Action 1 needs words"),
        ({"actions-0-do": "assign"}, "Action 1 needs a person"),
        ({"event": "order.held"}, "Action 1 would start this automation again"),
        ({"name": " "}, "Give the automation a name"),
        ({"event": "moon.full"}, "Choose when it starts."),
    ],
)
def test_what_is_wrong_is_told_with_its_number_and_nothing_is_lost(
    alice: Any, wrong: dict[str, str], told: str
) -> None:
    answer = press(alice, "save", **wrong)
    assert answer.status_code == 422
    assert told in answer.text
    assert value("select count(*) from automations.rules") == 0


def test_it_is_changed_switched_and_its_history_kept(alice: Any) -> None:
    press(alice, "save")
    rule_id = value("select id from automations.rules")
    page = alice.get(f"/settings/automations/{rule_id}").text
    assert 'value="15.00"' in page
    assert press(alice, "save", str(rule_id), version="1", name="Bigger").status_code == 303
    assert press(alice, "save", str(rule_id), version="1", name="Late").status_code == 409
    alice.post(f"/settings/automations/{rule_id}/switch")
    assert [tuple(v) for v in rows("select name, is_active from automations.versions order by version")] == [
        ("Big orders", True),
        ("Bigger", True),
        ("Bigger", False),
    ]
    assert "Version 3" in alice.get(f"/settings/automations/{rule_id}").text
    assert alice.get("/settings/automations/0").status_code == 404


def test_what_it_did_stands_with_it_and_in_the_timeline(alice: Any) -> None:
    press(alice, "save")
    order = place_order(lines=[line(stocked(location()), 2)])
    run_due()
    assert "automation “Big orders”" in alice.get(f"/orders/{order.number}").text
    page = alice.get(f"/settings/automations/{value('select id from automations.rules')}").text
    assert f"/orders/{order.number}" in page


def test_what_failed_is_seen(alice: Any, hire: Any) -> None:
    press(alice, "save", **{"actions-0-do": "assign", "actions-0-person": str(hire("store", name="Sam"))})
    order = place_order(lines=[line(stocked(location()), 2)])
    run_due()
    sentence = "Only somebody who sees this order can look after it."
    assert sentence in alice.get(f"/orders/{order.number}").text
    assert sentence in alice.get(f"/settings/automations/{value('select id from automations.rules')}").text


def test_fields_of_the_shop_are_asked_too(alice: Any) -> None:
    field("size", "number", label="Size")
    assert "“Size” is over" in press(alice, "add-condition").text
    press(alice, "save", **{"conditions-0-test": "field.size above", "conditions-0-value": "4"})
    assert value("select conditions -> 0 from automations.rules") == {
        "fact": "field.size",
        "operator": "above",
        "value": "4",
    }


def test_it_is_the_managers_business(log_in: Any) -> None:
    call("automations.save_rule", p_rule={"name": "x", "event": "order.placed", "actions": [{"do": "prioritize"}]})
    for role in ("service", "warehouse", "store"):
        assert log_in(role).get("/settings/automations").status_code == 403
