"""automations.save_rule: a rule that can't work is refused, by the number of its part."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows

HOLD = {"do": "hold", "reason": "fraud"}


def test_it_keeps_what_it_was(rule: Any) -> None:
    rule_id = rule(name="Big")
    changed = {"name": "Bigger", "event": "order.held", "actions": [{"do": "prioritize"}]}
    call("automations.save_rule", p_rule=changed, p_id=rule_id, p_version=1)
    found = rows("select version, name, event, is_active from automations.versions order by version")
    assert [tuple(each) for each in found] == [(1, "Big", "order.placed", True), (2, "Bigger", "order.held", False)]


def test_nobody_overwrites_what_they_did_not_see(rule: Any) -> None:
    rule_id = rule()
    for version, code in ((7, "OM409"),):
        with pytest.raises(DomainError) as refused:
            call(
                "automations.save_rule",
                p_rule={"name": "x", "event": "order.placed", "actions": [HOLD]},
                p_id=rule_id,
                p_version=version,
            )
        assert refused.value.code == code
    with pytest.raises(DomainError) as refused:
        call(
            "automations.save_rule",
            p_rule={"name": "x", "event": "order.placed", "actions": [HOLD]},
            p_id=0,
            p_version=1,
        )
    assert refused.value.code == "OM404"


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"fact": "mood", "operator": "is", "value": "good"}, "OM950"),
        ({"fact": "field.never", "operator": "is", "value": "x"}, "OM950"),
        ({"operator": "is"}, "OM950"),
        ({"fact": "total", "operator": "is", "value": "1", "currency": "EUR"}, "OM951"),
        ({"fact": "channel", "operator": "above", "value": "1"}, "OM951"),
        ({"fact": "tag", "value": "1"}, "OM951"),
        ({"fact": "total", "operator": "above", "value": "much", "currency": "EUR"}, "OM952"),
        ({"fact": "total", "operator": "above", "value": "500"}, "OM952"),
        ({"fact": "units", "operator": "above", "value": "'; drop"}, "OM952"),
        ({"fact": "is_on_hold", "operator": "is", "value": "maybe"}, "OM952"),
        ({"fact": "channel", "operator": "is", "value": " "}, "OM952"),
    ],
)
def test_it_refuses_a_condition_that_cant_be_asked(rule: Any, condition: dict[str, Any], code: str) -> None:
    fine = {"fact": "channel", "operator": "is", "value": "web"}
    with pytest.raises(DomainError) as refused:
        rule(conditions=[fine, condition])
    assert (refused.value.code, refused.value.detail["n"]) == (code, 2)
    assert "Condition 2" in refused.value.message


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ({"do": "ship it"}, "OM953"),
        ({}, "OM953"),
        ({"do": "hold", "reason": "mood"}, "OM953"),
        ({"do": "tag", "text": " "}, "OM954"),
        ({"do": "tag", "text": "x" * 41}, "OM954"),
        ({"do": "tell", "person_id": 1}, "OM954"),
        ({"do": "assign", "person_id": None}, "OM955"),
        ({"do": "assign", "person_id": 0}, "OM955"),
    ],
)
def test_it_refuses_an_action_that_cant_be_done(rule: Any, action: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        rule(actions=[action])
    assert (refused.value.code, refused.value.detail["n"]) == (code, 1)


@pytest.mark.parametrize(
    ("event", "action"),
    [
        ("order.tagged", {"do": "tag", "text": "x"}),
        ("order.untagged", {"do": "untag", "text": "x"}),
        ("order.held", HOLD),
    ],
)
def test_it_refuses_what_would_start_itself(rule: Any, event: str, action: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refused:
        rule(event=event, actions=[action])
    assert refused.value.code == "OM956"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"actions": []}, "OM957"),
        ({"actions": [HOLD] * 11}, "OM958"),
        ({"name": " "}, "rules_name_given"),
        ({"event": "moon.full"}, "rules_event_known"),
    ],
)
def test_it_refuses_what_is_no_rule(rule: Any, given: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        rule(**given)
    assert refused.value.code == code
    assert row("select from automations.rules") is None
