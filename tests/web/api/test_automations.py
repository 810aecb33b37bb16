"""Automations through the API."""

from typing import Any

import pytest

from jobs.run import run_due
from tests.support import factories
from tests.support.routing import profile

LARGE = {
    "name": "Large",
    "event": "order.placed",
    "conditions": [{"fact": "total", "operator": "above", "value": "15.00", "currency": "EUR"}],
    "actions": [{"do": "tag", "text": "large"}],
    "is_active": True,
}


@pytest.fixture
def rule(api: Any, db: Any) -> Any:
    made = api.post("/automations", LARGE)
    assert (made.status_code, made.location) == (201, made.json["href"])
    return made.json


def path(rule: Any) -> str:
    return f"/automations/{rule['id']}"


def test_it_is_made_and_told_as_it_was_given(api: Any, rule: Any) -> None:
    condition, action = rule["conditions"][0], rule["actions"][0]
    assert condition == LARGE["conditions"][0]
    assert (action["do"], action["text"], action["person"]) == ("tag", "large", None)
    assert (rule["is_active"], rule["version"], rule["saved_by"]) == (True, 1, "Shop")
    assert api.get(path(rule)).json == rule
    assert api.get("/automations").json["data"] == [rule]


def test_it_is_changed_and_switched_by_whoever_saw_it_as_it_is(api: Any, db: Any, rule: Any) -> None:
    saved = api.put(path(rule), {**LARGE, "name": "Very large", "version": 1}).json
    assert (saved["name"], saved["version"]) == ("Very large", 2)
    for refused in (
        api.put(path(rule), {**LARGE, "version": 1}),
        api.patch(path(rule), {"is_active": False, "version": 1}),
    ):
        assert (refused.status_code, refused.json["code"]) == (409, "OM409")
    off = api.patch(path(rule), {"is_active": False, "version": 2}).json
    assert (off["is_active"], off["name"], off["conditions"]) == (False, "Very large", rule["conditions"])
    assert db.value("select count(*) from automations.versions") == 3


def test_what_it_does_is_told_by_rule_and_by_order(api: Any, db: Any, rule: Any) -> None:
    sku = factories.stocked(factories.location(), 9)
    small, large = (factories.place_order(lines=[factories.line(sku, many)]) for many in (1, 2))
    run_due()
    ran = api.get(f"{path(rule)}/runs").json["data"]
    assert [(run["order_id"], run["outcome"]) for run in ran] == [
        (f"ord_{small.uid.hex}", "unmatched"),
        (f"ord_{large.uid.hex}", "done"),
    ]
    assert api.get(f"/orders/ord_{large.uid.hex}/automation-runs").json["data"] == [ran[1]]
    assert api.get(f"{path(rule)}/runs?limit=1").json["has_more"] is True


def test_it_is_tried_on_the_past_and_does_nothing(api: Any, db: Any) -> None:
    sku = factories.stocked(factories.location(), 9)
    factories.place_order(lines=[factories.line(sku)])
    large = factories.place_order(lines=[factories.line(sku, 2)])
    tried = api.post("/automations/dry-runs", {"event": "order.placed", "conditions": LARGE["conditions"]})
    assert tried.json == {"looked": 2, "matched": 1, "order_ids": [f"ord_{large.uid.hex}"]}
    assert factories.order_row(large.id).tags == []
    refused = api.post(
        "/automations/dry-runs", {"event": "order.placed", "conditions": [{**LARGE["conditions"][0], "fact": "mood"}]}
    )
    assert (refused.status_code, refused.json["code"]) == (422, "OM950")


def test_it_names_people_by_their_mail(api: Any, db: Any, hire: Any) -> None:
    hire("service", name="Sam", email="sam@example.com")
    action = {"do": "tell", "person": "sam@example.com", "text": "Look"}
    told = api.post("/automations", {**LARGE, "actions": [action]}).json["actions"][0]
    assert (told["person"], told["text"]) == ("sam@example.com", "Look")


def test_it_names_profiles_by_their_name(api: Any, db: Any) -> None:
    factories.location()
    profile("Stores first")
    told = api.post("/automations", {**LARGE, "actions": [{"do": "route", "profile": "Stores first"}]}).json["actions"][
        0
    ]
    assert (told["do"], told["profile"]) == ("route", "Stores first")
    refused = api.post("/automations", {**LARGE, "actions": [{"do": "route", "profile": "No such"}]})
    assert refused.json["errors"][0]["pointer"] == "/actions/0/profile"


@pytest.mark.parametrize(
    ("given", "code", "pointer"),
    [
        ({"event": "order.eaten"}, "invalid", "/event"),
        ({"actions": []}, "invalid", "/actions"),
        ({"name": " "}, "rules_name_given", "/name"),
        (
            {"conditions": [{"fact": "total", "operator": "above", "value": "1.234", "currency": "EUR"}]},
            "OM952",
            "/conditions",
        ),
        ({"conditions": [{"fact": "units", "operator": "has", "value": "1"}]}, "OM951", "/conditions"),
        ({"actions": [{"do": "hold"}]}, "OM953", "/actions"),
        ({"actions": [{"do": "tag"}]}, "OM954", "/actions"),
        ({"actions": [{"do": "assign"}]}, "OM955", "/actions"),
        ({"actions": [{"do": "assign", "person": "nobody@example.com"}]}, "invalid", "/actions/0/person"),
        ({"event": "order.tagged"}, "OM956", "/actions"),
    ],
)
def test_it_refuses_what_cannot_work(api: Any, db: Any, given: Any, code: str, pointer: str) -> None:
    refused = api.post("/automations", {**LARGE, **given})
    assert (refused.status_code, refused.json["code"]) == (422, code)
    assert refused.json["errors"][0]["pointer"] == pointer
    assert db.value("select count(*) from automations.rules") == 0


def test_a_name_is_given_once(api: Any, rule: Any) -> None:
    refused = api.post("/automations", LARGE)
    assert (refused.status_code, refused.json["code"]) == (409, "rules_name_unique")


def test_it_knows_no_others(api: Any, db: Any) -> None:
    nothing = "/automations/4711"
    assert api.get(nothing).status_code == api.get(f"{nothing}/runs").status_code == 404
    assert api.put(nothing, {**LARGE, "version": 1}).status_code == 404
    assert api.patch(nothing, {"is_active": True, "version": 1}).status_code == 404
    assert api.get(f"/orders/ord_{'0' * 32}/automation-runs").status_code == 404


def test_it_is_not_for_tokens_of_some_locations(connect: Any, rule: Any) -> None:
    confined = connect(locations=[factories.location()])
    assert confined.get("/automations").json["data"] == []
    assert confined.get(path(rule)).status_code == 404
    tried = {"event": "order.placed"}
    for refused in (
        confined.post("/automations", LARGE),
        confined.post("/automations/dry-runs", tried),
        confined.put(path(rule), {**LARGE, "version": 1}),
        confined.patch(path(rule), {"is_active": False, "version": 1}),
    ):
        assert (refused.status_code, refused.json["code"]) == (403, "confined")
