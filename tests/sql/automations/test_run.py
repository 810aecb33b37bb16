"""automations.run: one rule, one event, once."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows
from tests.support.factories import order_row, place_order, store
from tests.support.people import Hire
from tests.support.routing import profile


def run(rule_id: int, event_id: int, order_id: int, cause_id: int | None = None) -> Any:
    return call("automations.run", p_rule_id=rule_id, p_event_id=event_id, p_order_id=order_id, p_cause_id=cause_id)


def test_it_does_what_the_rule_says_in_its_name(rule: Any, event_of: Any, hire: Hire) -> None:
    alice = hire("service", name="Alice Adams")
    actions = [
        {"do": "hold", "reason": "fraud", "text": "look"},
        {"do": "tag", "text": "Big"},
        {"do": "assign", "person_id": alice},
        {"do": "tell", "person_id": alice, "text": "have a look"},
        {"do": "prioritize"},
        {"do": "untag", "text": "small"},
    ]
    order = place_order(tags=["small"])
    rule_id = rule(name="Big orders", actions=actions)
    assert run(rule_id, event_of(order.id), order.id) == "done"
    now = order_row(order.id)
    assert (now.is_on_hold, now.tags, now.assignee_id) == (True, ["Big"], alice)
    assert row("select priority from demand.requests where id = :id", id=order.request_id).priority == 1
    told = rows(
        "select type, data from history.events where actor = 'automation:' || :id and actor_name = 'Big orders' order by id",
        id=rule_id,
    )
    assert {"order.held", "order.tagged", "order.assigned", "order.note", "order.prioritized"} <= {
        event.type for event in told
    }
    assert next(event.data["text"] for event in told if event.type == "order.note") == "@Alice Adams have a look"
    mail = row("select data from notifications.messages where kind = 'automation.told'")
    assert mail.data == {"text": "have a look", "rule": "Big orders"}


def test_it_routes_by_another_profile(rule: Any, event_of: Any) -> None:
    order = place_order()
    stores = profile("Stores", kinds=["store"], location_ids=[store()])
    rule_id = rule(name="Stores first", actions=[{"do": "route", "profile_id": stores}])
    assert run(rule_id, event_of(order.id), order.id) == "done"
    assert order_row(order.id).is_backordered
    assert row("select profile_id, reason, chosen_by from routing.request_profiles") == (
        stores,
        "automation",
        "Stores first",
    )


def test_it_is_done_once_for_an_event(rule: Any, event_of: Any) -> None:
    order = place_order()
    rule_id = rule()
    assert [run(rule_id, event_of(order.id), order.id) for _ in range(2)] == ["done", None]
    assert len(rows("select from automations.runs")) == 1


def test_it_notes_what_did_not_match(rule: Any, event_of: Any) -> None:
    order = place_order()
    rule_id = rule(conditions=[{"fact": "channel", "operator": "is", "value": "phone"}])
    assert run(rule_id, event_of(order.id), order.id) == "unmatched"
    assert order_row(order.id).tags == []


def test_it_acts_as_itself_only_while_it_acts(rule: Any, event_of: Any) -> None:
    order = place_order()
    run(rule(), event_of(order.id), order.id)
    call("orders.add_note", p_order_id=order.id, p_text="x")
    last = row("select actor from history.events order by id desc limit 1")
    assert last
    assert last.actor == "system"


def test_it_does_nothing_of_a_rule_where_one_action_is_refused(rule: Any, event_of: Any) -> None:
    order = place_order()
    rule_id = rule(actions=[{"do": "tag", "text": "seen"}, {"do": "hold", "reason": "fraud"}])
    call("orders.cancel", p_order_id=order.id, p_reason="mistake")
    with pytest.raises(DomainError) as refused:
        run(rule_id, event_of(order.id), order.id)
    assert refused.value.code == "OM303"
    assert order_row(order.id).tags == []
    assert rows("select from automations.runs") == []


def test_it_stops_where_it_ran_in_the_chain_before(rule: Any, event_of: Any) -> None:
    first, second = place_order(), place_order()
    rule_id, other = rule(), rule()
    run(rule_id, event_of(first.id), first.id)
    cause = row("select id, depth from automations.runs")
    assert cause
    assert cause.depth == 1
    assert run(other, event_of(first.id), first.id, cause.id) == "done"
    last = row("select id, depth from automations.runs order by id desc limit 1")
    assert last
    assert last.depth == 2
    assert run(rule_id, event_of(second.id), second.id, last.id) == "stopped"


def test_a_chain_ends_after_five(rule: Any, event_of: Any) -> None:
    cause, outcomes = None, []
    for n in range(6):
        order = place_order()
        outcomes.append(run(rule(name=f"Link {n}"), event_of(order.id), order.id, cause))
        cause = row("select max(id) as id from automations.runs").id
    assert outcomes == ["done"] * 5 + ["stopped"]
