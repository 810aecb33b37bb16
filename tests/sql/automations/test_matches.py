"""automations.matches: whether conditions are so, from the facts alone."""

import json
from typing import Any

import pytest

from oms.db import value

FACTS = {
    "channel": "web",
    "country": None,
    "total": {"minor": 50001, "currency": "EUR"},
    "units": 3,
    "is_on_hold": True,
    "tag": ["vip", "two words"],
    "field.size": 4.5,
    "field.day": "2026-03-01",
}
SO = [
    ("channel", "is", "WEB"),
    ("channel", "is_not", "phone"),
    ("channel", "contains", "E"),
    ("country", "is_not", "DE"),
    ("total", "above", "50000"),
    ("total", "below", "50002"),
    ("units", "equals", "3.0"),
    ("units", "above", "2"),
    ("is_on_hold", "is", "true"),
    ("tag", "has", "VIP"),
    ("tag", "has_not", "gift"),
    ("field.size", "below", "5"),
    ("field.day", "before", "2026-03-02"),
    ("field.day", "after", "2026-02-28"),
]
NOT_SO = [
    ("channel", "is", "phone"),
    ("channel", "is_not", "Web"),
    ("country", "is", "DE"),
    ("country", "contains", "D"),
    ("total", "above", "50001"),
    ("units", "below", "3"),
    ("is_on_hold", "is", "false"),
    ("tag", "has", "vi"),
    ("tag", "has_not", "Two Words"),
    ("field.never", "above", "1"),
    ("field.never", "is", "x"),
    ("channel", "sounds like", "web"),
]


def matches(*conditions: tuple[str, str, str], currency: str = "EUR") -> bool:
    asked = [
        {"fact": fact, "operator": operator, "value": text, "currency": currency} for fact, operator, text in conditions
    ]
    return bool(
        value(
            "select automations.matches(cast(:conditions as jsonb), cast(:facts as jsonb))",
            conditions=json.dumps(asked),
            facts=json.dumps(FACTS),
        )
    )


@pytest.mark.parametrize("condition", SO)
def test_it_is_so(db: Any, condition: tuple[str, str, str]) -> None:
    assert matches(condition)


@pytest.mark.parametrize("condition", NOT_SO)
def test_it_is_not_so(db: Any, condition: tuple[str, str, str]) -> None:
    assert not matches(condition)


def test_all_of_it_has_to_be_so(db: Any) -> None:
    assert matches()
    assert matches(*SO)
    assert not matches(SO[0], NOT_SO[0])


def test_amounts_are_compared_in_their_own_currency(db: Any) -> None:
    assert not matches(("total", "above", "1"), currency="USD")
