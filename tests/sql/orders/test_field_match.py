"""orders.field_match: a value as a list looks for it."""

from typing import Any

from oms.db import value
from tests.support.factories import field


def test_it_is_of_the_kind_of_its_field(db: Any) -> None:
    field("size", "number")
    assert value("select orders.field_match('size', '12.0')") == {"size": 12}


def test_it_matches_nothing_where_there_is_no_such_value(db: Any) -> None:
    field("size", "number")
    assert value("select orders.field_match('size', 'big')") is None
    assert value("select orders.field_match('never', '1')") is None
