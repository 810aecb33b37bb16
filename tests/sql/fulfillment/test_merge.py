"""fulfillment.merge: two of one order, at one location, become one."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows, value
from tests.support.factories import line, location, pick, place_order, ship, stocked, works


@pytest.fixture
def two(db: Any) -> list[Any]:
    """The work of one order in two parts: two mugs, and one."""
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 3)])
    chosen = [{"line_id": value("select id from fulfillment.lines"), "quantity": 1}]
    call("fulfillment.split", p_order_id=works(placed.id)[0].id, p_lines=chosen)
    return works(placed.id)


def merge(into: Any, other: Any) -> None:
    call("fulfillment.merge", p_order_id=into.id, p_other_id=other.id)


def test_it_makes_one_of_two(two: list[Any], assert_consistent: Any) -> None:
    merge(*two)
    assert rows("select state from fulfillment.orders order by id") == [("released",), ("canceled",)]
    ship(two[0].id)
    assert value("select shipped from demand.lines") == 3
    assert_consistent()


def test_what_was_picked_has_more_to_pick(two: list[Any], assert_consistent: Any) -> None:
    pick(two[0].id)
    merge(*two)
    assert value("select state from fulfillment.orders order by id limit 1") == "picking"
    assert_consistent()


def test_it_refuses_itself_and_work_for_others(two: list[Any]) -> None:
    (strange,) = works(place_order().id)
    for other in (two[0], strange):
        with pytest.raises(DomainError) as refused:
            merge(two[0], other)
        assert refused.value.code == "OM324"


def test_it_refuses_what_somebody_picks(two: list[Any]) -> None:
    pick(two[1].id)
    with pytest.raises(DomainError) as refused:
        merge(*two)
    assert (refused.value.code, refused.value.detail["number"]) == ("OM322", two[1].number)
