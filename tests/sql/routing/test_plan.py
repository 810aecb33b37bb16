"""routing.plan: a pure function from recorded inputs to a choice."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

CRITERIA = ["fewest_splits", "nearest", "priority"]


def place(
    number: int,
    available: dict[str, int],
    *,
    distance_km: int = 0,
    priority: int = 100,
    excluded: str | None = None,
    **facts: Any,
) -> dict[str, Any]:
    return {
        "id": number,
        "code": f"L{number}",
        "name": f"Location {number}",
        "priority": priority,
        "distance_km": distance_km,
        "excluded": excluded,
        "available": available,
        **facts,
    }


def inputs(wanted: dict[str, int], locations: list[dict[str, Any]], criteria: list[str] = CRITERIA) -> dict[str, Any]:
    lines = [
        {"line": number, "sku": f"SKU-{variant}", "variant": int(variant), "quantity": quantity}
        for number, (variant, quantity) in enumerate(wanted.items(), start=1)
    ]
    return {"rules": {"criteria": criteria}, "method": "ship", "lines": lines, "locations": locations}


def plan(db: Any, given: dict[str, Any]) -> dict[str, Any]:
    return db.call("routing.plan", p_inputs=given)


def chosen(result: dict[str, Any]) -> set[int]:
    return {allocation["location_id"] for allocation in result["allocations"]}


def verdicts(result: dict[str, Any]) -> dict[str, str]:
    return {considered["code"]: considered["verdict"] for considered in result["considered"]}


def test_it_prefers_one_location_that_has_everything(db: Any) -> None:
    near_but_short, far_but_full = (
        place(1, {"7": 1, "8": 5}, distance_km=5),
        place(2, {"7": 2, "8": 1}, distance_km=900),
    )
    result = plan(db, inputs({"7": 2, "8": 1}, [near_but_short, far_but_full]))
    assert chosen(result) == {2}
    assert verdicts(result) == {"L1": "less_stock", "L2": "chosen"}


def test_it_prefers_the_nearest_of_those_that_have_everything(db: Any) -> None:
    result = plan(db, inputs({"7": 1}, [place(1, {"7": 1}, distance_km=300), place(2, {"7": 1}, distance_km=20)]))
    assert verdicts(result) == {"L1": "worse", "L2": "chosen"}
    assert result["considered"][1]["criterion"] == "nearest"


def test_it_prefers_priority_at_the_same_distance(db: Any) -> None:
    result = plan(db, inputs({"7": 1}, [place(1, {"7": 1}, priority=50), place(2, {"7": 1}, priority=10)]))
    assert verdicts(result) == {"L1": "worse", "L2": "chosen"}
    assert result["considered"][1]["criterion"] == "priority"


def test_it_splits_over_as_few_locations_as_it_can(db: Any) -> None:
    locations = [
        place(1, {"7": 1}, distance_km=1),
        place(2, {"8": 1}, distance_km=2),
        place(3, {"9": 1}, distance_km=3),
    ]
    locations.append(place(4, {"8": 1, "9": 1}, distance_km=500))
    result = plan(db, inputs({"7": 1, "8": 1, "9": 1}, locations))
    assert chosen(result) == {1, 4}
    assert verdicts(result)["L2"] == "not_needed"


def test_it_splits_one_line_when_no_location_has_enough(db: Any) -> None:
    result = plan(db, inputs({"7": 5}, [place(1, {"7": 3}), place(2, {"7": 4}, distance_km=9)]))
    assert result["allocations"] == [
        {"line_id": 1, "location_id": 1, "quantity": 3},
        {"line_id": 1, "location_id": 2, "quantity": 2},
    ]
    assert result["unfilled"] == 0


def test_it_fills_what_it_can_and_says_what_is_missing(db: Any) -> None:
    result = plan(db, inputs({"7": 5, "8": 1}, [place(1, {"7": 3})]))
    assert result["unfilled"] == 3
    assert chosen(result) == {1}


def test_it_never_chooses_an_excluded_location(db: Any) -> None:
    result = plan(db, inputs({"7": 1}, [place(1, {"7": 9}, excluded="rejected")]))
    assert result["allocations"] == []
    assert verdicts(result) == {"L1": "excluded"}


def test_it_chooses_nothing_without_stock(db: Any) -> None:
    result = plan(db, inputs({"7": 1}, [place(1, {})]))
    assert (result["allocations"], result["unfilled"]) == ([], 1)
    assert verdicts(result) == {"L1": "no_stock"}


def test_it_adds_up_the_same_sku_on_two_lines(db: Any) -> None:
    given = inputs({"7": 2}, [place(1, {"7": 3}), place(2, {"7": 9}, distance_km=50)])
    given["lines"].append({"line": 2, "sku": "SKU-7", "variant": 7, "quantity": 2})
    assert chosen(plan(db, given)) == {2}


def test_it_follows_the_order_of_the_criteria(db: Any) -> None:
    locations = [
        place(1, {"7": 1}, distance_km=1),
        place(2, {"8": 1}, distance_km=2),
        place(3, {"7": 1, "8": 1}, distance_km=900),
    ]
    result = plan(db, inputs({"7": 1, "8": 1}, locations, ["fewest_splits"]))
    assert chosen(result) == {3}


@pytest.mark.parametrize("count", [9, 20])
def test_it_copes_with_many_locations(db: Any, count: int) -> None:
    locations = [place(number, {"7": 1}, distance_km=number) for number in range(1, count + 1)]
    assert chosen(plan(db, inputs({"7": 4}, locations))) == {1, 2, 3, 4}


stocks = st.dictionaries(st.sampled_from(["7", "8", "9"]), st.integers(1, 6), max_size=3)
places = st.lists(st.tuples(stocks, st.integers(0, 50)), min_size=1, max_size=5)
wishes = st.dictionaries(st.sampled_from(["7", "8", "9"]), st.integers(1, 6), min_size=1, max_size=3)


@given(wanted=wishes, stock=places)
def test_it_is_as_good_as_trying_everything(
    db: Any, wanted: dict[str, int], stock: list[tuple[dict[str, int], int]]
) -> None:
    locations = [
        place(number, available, distance_km=distance) for number, (available, distance) in enumerate(stock, start=1)
    ]
    result = plan(db, inputs(wanted, locations))

    def filled(group: tuple[dict[str, Any], ...]) -> int:
        return sum(
            min(need, sum(each["available"].get(variant, 0) for each in group)) for variant, need in wanted.items()
        )

    groups = [
        group for size in range(1, len(locations) + 1) for group in combinations(locations, size) if filled(group)
    ]
    best = max(((filled(g), -len(g), -sum(each["distance_km"] for each in g)) for g in groups), default=(0, 0, 0))
    used = [each for each in locations if each["id"] in chosen(result)]
    assert (sum(wanted.values()) - result["unfilled"], -len(used), -sum(each["distance_km"] for each in used)) == best
