"""routing.plan against an integer program: optimal where it tries all combinations, near it where there are too many."""

import random
from statistics import mean
from typing import Any

import pytest

from tests.support.oracle import EXACT, Oracle, case, gaps, planned, score


def worse(db: Any, count: int, seed: int) -> list[Any]:
    """The cases in which there is a better choice: the case, what was chosen is worth, and what could be."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    cases = [case(chance, EXACT) for _ in range(count)]
    return [
        (given, score(given, made), best)
        for given, made in zip(cases, planned(db, cases), strict=True)
        if score(given, made) != (best := Oracle(given).optimum())
    ]


def test_it_chooses_the_best_there_is(db: Any) -> None:
    assert worse(db, 60, seed=1) == []


@pytest.mark.slow
def test_it_chooses_the_best_there_is_in_5000_cases(db: Any) -> None:
    assert worse(db, 5000, seed=2) == []


@pytest.mark.parametrize("count", [40, pytest.param(1500, marks=pytest.mark.slow)])
def test_it_stays_near_the_best_with_many_locations(db: Any, count: int) -> None:
    assert mean(gaps(db, count)) < 0.02
