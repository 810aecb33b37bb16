"""The oracle of routing.plan: an integer program that makes the same choice by other means, the criteria told a second time."""

import json
import random
from typing import Any

import highspy

CRITERIA = (
    "fewest_splits",
    "cheapest",
    "nearest",
    "fastest",
    "priority",
    "balance_stock",
    "keep_store_stock",
    "most_accurate",
)
EXACT = 8  # so many locations are tried in all combinations
Case = dict[str, Any]


def case(chance: random.Random, most: int, criteria: list[str] | None = None) -> Case:
    """One order and at most so many locations that may ship it."""
    wanted = {str(variant): chance.randint(1, 6) for variant in chance.sample(range(1, 9), chance.randint(1, 4))}
    rules: dict[str, Any] = {"criteria": criteria or chance.sample(CRITERIA, chance.randint(1, 3))}
    if chance.random() < 0.3:
        rules["max_parcels"] = chance.randint(1, 3)
    if chance.random() < 0.3:
        rules["split_cost_minor"] = chance.choice([50, 400])
    lines = [
        {
            "line": number,
            "sku": f"S{variant}",
            "variant": int(variant),
            "quantity": quantity,
            "grams": chance.choice([0, 90, 1250]),
        }
        for number, (variant, quantity) in enumerate(wanted.items(), start=1)
    ]
    locations = [place(chance, number, wanted) for number in range(1, chance.randint(1, most) + 1)]
    return {"rules": rules, "method": "ship", "country_code": "DE", "lines": lines, "locations": locations}


def place(chance: random.Random, number: int, wanted: dict[str, int]) -> dict[str, Any]:
    return {
        "id": number,
        "code": f"L{number}",
        "name": f"Location {number}",
        "kind": chance.choice(["warehouse", "store", "3pl"]),
        "priority": chance.choice([10, 100, 100, 200]),
        "distance_km": chance.randint(0, 900),
        "days": chance.randint(1, 6),
        "base_minor": chance.choice([390, 490, 690, 1290]),
        "per_kg_minor": chance.choice([0, 30, 90]),
        "handling_minor": chance.choice([0, 80, 250]),
        "accuracy": chance.randint(900, 1000),
        "available": {variant: chance.randint(1, 7) for variant in wanted if chance.random() < 0.7},
    }


def fixed(criterion: str, given: Case, place: dict[str, Any]) -> int:
    """What using a location at all costs by a criterion."""
    if criterion == "cheapest":
        return 1000 * int(place["base_minor"] + place["handling_minor"] + given["rules"].get("split_cost_minor", 0))
    return {
        "fewest_splits": 1,
        "nearest": place["distance_km"],
        "fastest": place["days"],
        "priority": place["priority"],
        "most_accurate": 1000 - place["accuracy"],
    }.get(criterion, 0)


def unit(criterion: str, given: Case, place: dict[str, Any], line: dict[str, Any]) -> int:
    """What a unit of a line's SKU from a location costs by a criterion."""
    variant = str(line["variant"])
    if criterion == "balance_stock":
        return max(each["available"].get(variant, 0) for each in given["locations"]) - int(place["available"][variant])
    return {
        "cheapest": line["grams"] * place["per_kg_minor"],
        "keep_store_stock": int(place["kind"] == "store"),
    }.get(criterion, 0)


def score(given: Case, allocations: list[dict[str, Any]]) -> list[int]:
    """What a choice is worth: the units left out, then each criterion; the less the better."""
    places = {each["id"]: each for each in given["locations"]}
    lines = {each["line"]: each for each in given["lines"]}
    used = {each["location_id"] for each in allocations}
    found = [sum(line["quantity"] for line in given["lines"]) - sum(each["quantity"] for each in allocations)]
    for criterion in given["rules"]["criteria"]:
        costs = [fixed(criterion, given, places[number]) for number in used]
        whole = max(costs, default=0) if criterion == "fastest" else sum(costs)
        found.append(
            whole
            + sum(
                each["quantity"] * unit(criterion, given, places[each["location_id"]], lines[each["line_id"]])
                for each in allocations
            )
        )
    return found


class Oracle:
    """The best score there is: one integer program after the other, each bound to what those before it reached."""

    def __init__(self, given: Case) -> None:
        self._given = given
        self._model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._model.setOptionValue("output_flag", "false")
        self._model.setOptionValue("mip_rel_gap", 0.0)
        self._is_used = {place["id"]: self._model.addBinary() for place in given["locations"]}
        self._taken = {
            (line["line"], place["id"]): self._units(line, place)
            for line in given["lines"]
            for place in given["locations"]
            if str(line["variant"]) in place["available"]
        }
        for line in given["lines"]:
            if here := [units for (number, _), units in self._taken.items() if number == line["line"]]:
                self._model.addConstr(sum(here) <= line["quantity"])
        if "max_parcels" in given["rules"]:
            self._model.addConstr(sum(self._is_used.values()) <= given["rules"]["max_parcels"])

    def optimum(self) -> list[int]:
        """As `score`."""
        if not self._taken:
            return score(self._given, [])
        wanted = sum(line["quantity"] for line in self._given["lines"])
        found = [self._least(wanted - sum(self._taken.values()))]
        return found + [self._least(self._goal(criterion)) for criterion in self._given["rules"]["criteria"]]

    def _units(self, line: dict[str, Any], place: dict[str, Any]) -> Any:
        """How many units of a line come from a location; none where it isn't used."""
        most = min(place["available"][str(line["variant"])], line["quantity"])
        units = self._model.addIntegral(0, most)
        self._model.addConstr(units <= most * self._is_used[place["id"]])
        return units

    def _goal(self, criterion: str) -> Any:
        given, places = self._given, self._given["locations"]
        if criterion == "fastest":
            days = self._model.addIntegral(0, 10)
            for place in places:
                self._model.addConstr(days >= place["days"] * self._is_used[place["id"]])
            return 1 * days
        lines = {line["line"]: line for line in given["lines"]}
        of = {place["id"]: place for place in places}
        using = sum(fixed(criterion, given, place) * self._is_used[place["id"]] for place in places)
        return using + sum(
            unit(criterion, given, of[at], lines[line]) * units for (line, at), units in self._taken.items()
        )

    def _least(self, goal: Any) -> int:
        """The least a goal can be; from now on it stays that."""
        self._model.minimize(goal)
        least = round(self._model.getInfo().objective_function_value)
        self._model.addConstr(goal <= least)
        return least


def planned(db: Any, cases: list[Case]) -> list[list[dict[str, Any]]]:
    """What routing.plan allocates in each."""
    answers = db.rows(
        "select routing.plan(c.value) -> 'allocations' as made"
        " from jsonb_array_elements(cast(:cases as jsonb)) with ordinality as c order by c.ordinality",
        cases=json.dumps(cases),
    )
    return [answer.made for answer in answers]


def gaps(db: Any, count: int) -> list[float]:
    """By how much dearer than the cheapest routing.plan is where it can't try all combinations: 9 to 40 locations."""
    chance = random.Random(3)  # noqa: S311 - to be repeated
    cases = [case(chance, 40, ["cheapest"]) for _ in range(count)]
    cases = [given for given in cases if len(given["locations"]) > EXACT]
    found = []
    for given, made in zip(cases, planned(db, cases), strict=True):
        (left, cost), (least_left, least) = score(given, made), Oracle(given).optimum()
        if left != least_left:
            raise AssertionError(f"{left - least_left} more could have been filled: {given}")
        found.append(cost / least - 1 if least else 0.0)
    return found
