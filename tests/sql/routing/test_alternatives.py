"""routing.alternatives: what would have to change for a location to be chosen, proved by planning again."""

from typing import Any

import pytest

from tests.sql.routing.test_plan import chosen, inputs, place, plan


def alternatives(db: Any, given: dict[str, Any]) -> dict[int, dict[str, Any]]:
    found = db.call("routing.alternatives", p_inputs=given, p_result=plan(db, given))
    return {alternative["id"]: alternative for alternative in found}


def changed(given: dict[str, Any], number: int, changes: list[dict[str, Any]]) -> dict[str, Any]:
    """The inputs with these changes, applied by hand."""
    rules, locations = dict(given["rules"]), [dict(one) for one in given["locations"]]
    for change in changes:
        parts = [rules] if change["of"] == "rules" else [one for one in locations if one["id"] == number]
        for part in parts:
            part[change["fact"]] = change["to"]
    return {**given, "rules": rules, "locations": locations}


NEAR = place(1, {"7": 9}, distance_km=10, priority=1, base_minor=400, days=1, kind="warehouse", country_code="DE")


@pytest.mark.parametrize(
    ("other", "rules", "why"),
    [
        ({"available": {"7": 1}}, {}, ["stock", "nearest"]),
        ({"excluded": "rejected", "distance_km": 5}, {}, ["rejected"]),
        ({"distance_km": 900, "priority": 0}, {"max_km": 800, "criteria": ["priority"]}, ["too_far"]),
        ({"kind": "store", "distance_km": 5}, {"kinds": ["warehouse"]}, ["kind_not_used"]),
        ({"kind": "supplier", "distance_km": 5}, {"criteria": ["nearest"]}, None),  # our own stock always goes first
        ({"distance_km": 5}, {"location_ids": [1]}, ["not_listed"]),
        ({"country_code": "FR", "distance_km": 5}, {"same_country": True}, ["other_country"]),
        ({"capacity_left": 0, "distance_km": 5}, {}, ["no_capacity"]),
        ({"is_open": False, "distance_km": 5}, {"open_now": True}, ["closed"]),
        ({"is_in_time": False, "distance_km": 5}, {"before_cutoff": True}, ["after_cutoff"]),
        ({"base_minor": 900}, {"criteria": ["cheapest"]}, ["cheapest"]),
        ({"days": 3}, {"criteria": ["fastest"]}, ["fastest"]),
        ({"priority": 8}, {"criteria": ["priority"]}, ["priority"]),
        ({"accuracy": 900}, {"criteria": ["most_accurate", "nearest"]}, ["most_accurate", "nearest"]),
        ({"kind": "store", "available": {"7": 3}}, {"criteria": ["nearest"], "keep_on_floor": 4}, ["stock", "nearest"]),
        ({"kind": "store", "distance_km": 5}, {"criteria": ["keep_store_stock", "nearest"]}, ["keep_store_stock"]),
    ],
)
def test_with_the_changes_it_is_chosen(
    db: Any, other: dict[str, Any], rules: dict[str, Any], why: list[str] | None
) -> None:
    there = {**place(2, {"7": 9}, distance_km=30, base_minor=400, days=1, kind="warehouse", country_code="DE"), **other}
    given = {**inputs({"7": 2}, [NEAR, there]), "country_code": "DE"}
    given["rules"] = {**given["rules"], **rules}
    assert chosen(plan(db, given)) == {1}
    changes = alternatives(db, given)[2]["changes"]
    assert (changes and [change["why"] for change in changes]) == why
    if changes:
        assert chosen(plan(db, changed(given, 2, changes))) == {2}


def test_it_says_how_much_is_missing_and_by_how_much_it_loses(db: Any) -> None:
    given = inputs({"7": 3}, [NEAR, place(2, {"7": 1}, distance_km=10, priority=1, base_minor=540)], ["cheapest"])
    missing, dearer = alternatives(db, given)[2]["changes"]
    assert missing["missing"] == [{"sku": "SKU-7", "quantity": 2}]
    assert (dearer["from"], dearer["to"]) == (540, 399)  # at 400 it would be just as good, and the other goes first


def test_it_compares_with_what_was_split(db: Any) -> None:
    split = [place(1, {"7": 1}, distance_km=10), place(2, {"8": 1}, distance_km=10)]
    given = inputs({"7": 1, "8": 1}, [*split, place(3, {"7": 1}, distance_km=5, base_minor=700)])
    assert chosen(plan(db, given)) == {2, 3}
    one = alternatives(db, given)[1]
    assert chosen(plan(db, changed(given, 1, one["changes"]))) == {1}
    assert (one["alone"]["unfilled"], one["alone"]["measures"]["distance_km"]) == (1, 10)


def test_a_pickup_would_have_to_be_collected_there_and_nowhere_else(db: Any) -> None:
    far = place(2, {"7": 9}, distance_km=900, excluded="not_the_pickup_place")
    given = {**inputs({"7": 2}, [NEAR, far]), "method": "pickup"}
    assert [change["why"] for change in alternatives(db, given)[2]["changes"]] == ["not_the_pickup_place"]


def test_it_tells_only_of_the_locations_asked_for(db: Any) -> None:
    given = inputs({"7": 1}, [NEAR, place(2, {"7": 1}, distance_km=20), place(3, {"7": 1}, distance_km=30)])
    found = db.call("routing.alternatives", p_inputs=given, p_result=plan(db, given), p_location_ids=[3])
    assert [one["id"] for one in found] == [3]
