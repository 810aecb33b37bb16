"""Profiles on screen: read aloud, written as a draft, checked, and let decide; with plain requests."""

from typing import Any

import pytest

from oms.db import call, row, value
from tests.support.factories import location
from tests.support.routing import default_id, profile, version

WHOLE = {"line1": "Main St 1", "city": "Leipzig", "hours": {"mon": ["08:00", "18:00"]}}
WRITTEN = {
    "seen": "0",
    "kinds": ["warehouse", "store"],
    "same_country": "1",
    "max_km": "800",
    "criteria": ["fewest_splits", "cheapest", "nearest"],
    "max_parcels": "2",
    "split_cost_minor": "3.50",
    "rest": "cancel",
    "days": "14",
}
ALOUD = (
    "Send from warehouses and stores in the customer's country, within 800 km.",
    "Choose the fewest parcels, then the lowest cost, then the shortest way.",
    "At most 2 parcels.",
    "Each parcel counts €3.50 more.",
    "What nobody has waits for stock, and is canceled after 14 days.",
)


@pytest.fixture
def alice(log_in: Any) -> Any:
    location("LEIPZIG", **WHOLE)
    return log_in("manager", name="Alice Adams")


def write(client: Any, press: str = "save", **data: Any) -> Any:
    address = f"/settings/routing/profiles/{default_id()}/draft"
    return client.post(address, data={**WRITTEN, "press": press, **data})


def test_a_profile_is_written_looked_at_and_activated(alice: Any) -> None:
    saved = write(alice)
    question = alice.get(saved.location).text
    assert "No longer:" in question
    assert "What nobody has waits for stock." in question
    for sentence in ALOUD:
        assert sentence.replace("'", "&#39;") in question
    done = alice.post(saved.location, data={"seen": "1"})
    shown = alice.get(done.location).text
    assert "Activated by Alice Adams" in shown
    assert ALOUD[1] in alice.get("/settings/routing").text
    assert version(default_id()).rules == {
        "kinds": ["warehouse", "store"],
        "same_country": True,
        "max_km": 800,
        "criteria": ["fewest_splits", "cheapest", "nearest"],
        "max_parcels": 2,
        "split_cost_minor": 350,
        "rest": {"do": "cancel", "days": 14},
    }
    back = alice.get(f"/settings/routing/versions/{version(default_id(), 'retired').id}/activation").text
    assert "Let version 1" in back


def test_criteria_are_moved_added_and_left_out_and_nothing_is_kept(alice: Any) -> None:
    def order(page: Any) -> list[str]:
        return [part.split('"')[0] for part in page.text.split('name="criteria" value="')[1:]]

    assert order(write(alice, "up-nearest")) == ["fewest_splits", "nearest", "cheapest"]
    assert order(write(alice, "down-fewest_splits")) == ["cheapest", "fewest_splits", "nearest"]
    assert order(write(alice, "up-fewest_splits")) == ["fewest_splits", "cheapest", "nearest"]
    assert order(write(alice, "to0-nearest")) == ["nearest", "fewest_splits", "cheapest"]
    assert order(write(alice, "to9-fewest_splits")) == ["cheapest", "nearest", "fewest_splits"]
    assert order(write(alice, "to-1-nearest")) == order(write(alice, "shuffle-nearest")) == WRITTEN["criteria"]
    assert order(write(alice, "drop-cheapest")) == ["fewest_splits", "nearest"]
    assert order(write(alice, "add", added="fastest")) == ["fewest_splits", "cheapest", "nearest", "fastest"]
    assert value("select count(*) from routing.profile_versions") == 1


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ({"max_km": "far"}, "Write a whole number"),
        ({"split_cost_minor": "a lot"}, "Write a whole number"),
        ({"kinds": []}, "names no kind of location"),
        ({"criteria": []}, "names nothing"),
        ({"days": ""}, "Say after how many days"),
    ],
)
def test_each_mistake_is_told_beside_its_field(alice: Any, mistake: Any, told: str) -> None:
    answer = write(alice, **mistake)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="2"' in answer.text


def test_who_saw_another_draft_overwrites_nothing(alice: Any) -> None:
    write(alice)
    assert write(alice, max_parcels="3").status_code == 409
    assert version(default_id(), "draft").rules["max_parcels"] == 2


def test_what_would_leave_every_order_without_a_source_can_not_be_activated(alice: Any) -> None:
    saved = write(alice, kinds=["3pl"])
    question = alice.get(saved.location).text
    assert "leaves every order without a location" in question
    assert "Not now" in question
    assert alice.post(saved.location, data={"seen": "1"}).status_code == 422


def test_a_copy_begins_as_a_draft_and_is_given_up(alice: Any) -> None:
    made = alice.post("/settings/routing/profiles/new", data={"name": "Stores first", "copy_of": str(default_id())})
    found = row("select id from routing.profiles where name = 'Stores first'")
    assert found is not None
    assert made.location.endswith(f"/profiles/{found.id}/draft")
    alice.post(f"/settings/routing/versions/{version(found.id, 'draft').id}/discard")
    alice.post(f"/settings/routing/profiles/{found.id}/archive")
    assert value("select is_archived from routing.profiles where id = :id", id=found.id)


def test_a_taken_name_is_refused_beside_it(alice: Any) -> None:
    profile("Careful")
    answer = alice.post(f"/settings/routing/profiles/{default_id()}/name", data={"name": "Careful"})
    assert answer.status_code in {409, 422}
    assert "Another profile has this name." in answer.text


def test_another_becomes_the_default(alice: Any) -> None:
    careful = profile("Careful")
    alice.post(f"/settings/routing/profiles/{careful}/default")
    assert default_id() == careful


def test_rules_are_read_as_sentences(alice: Any) -> None:
    careful = profile("Careful")
    call(
        "routing.save_rules",
        p_rules=[{"channel": "web", "country_code": "AT", "minimum_minor": 50000, "profile_id": careful}],
    )
    told = "Orders that come from web, go to Austria, and are worth at least €500.00 are routed by “Careful”."
    assert told in alice.get("/settings/routing/rules").text
    assert told in alice.get(f"/settings/routing/profiles/{careful}").text
