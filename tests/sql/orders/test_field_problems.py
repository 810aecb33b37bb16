"""orders.field_problems: everything that is wrong with given values, at once."""

from typing import Any

from oms.db import value
from tests.support.factories import field


def test_it_names_each_with_its_place(db: Any) -> None:
    field("size", "number", label="Size")
    field("fine", "text")
    given = '{"size": "big", "fine": "", "never": 1}'
    found = value("select orders.field_problems(cast(:given as jsonb))", given=given)
    assert [(problem["code"], problem["pointer"], problem["label"]) for problem in found] == [
        ("unknown_field", "/fields/never", "never"),
        ("bad_field", "/fields/size", "Size"),
    ]


def test_it_has_nothing_against_nothing(db: Any) -> None:
    assert value("select orders.field_problems(null)") == []
