"""fulfillment.move: another location does it, with its own stock."""

from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call, rows
from tests.support.factories import (
    line,
    location,
    order_row,
    pick,
    place_order,
    place_pickup,
    stock,
    stocked,
    store,
    works,
)


@pytest.fixture
def here(db: Any) -> int:
    return location("HERE", priority=1)


@pytest.fixture
def placed(here: int) -> Any:
    return place_order(lines=[line(stocked(here, 5, "MUG"), 3)])


def move(placed: Any, to: int) -> None:
    call("fulfillment.move", p_order_id=works(placed.id)[-1].id, p_location_id=to)


def reserved() -> list[tuple[int, int]]:
    return [tuple(found) for found in rows("select on_hand, reserved from inventory.levels order by location_id")]


def test_it_is_reserved_there_and_free_here_and_can_be_moved_back(
    placed: Any, here: int, assert_consistent: Any
) -> None:
    there = location("THERE")
    stock("MUG", there, 4)
    move(placed, there)
    assert [(work.location_id, work.state) for work in works(placed.id)] == [(here, "canceled"), (there, "released")]
    assert reserved() == [(5, 0), (4, 3)]
    assert order_row(placed.id).location_ids == sorted([here, there])
    assert_consistent()
    move(placed, here)
    assert reserved() == [(5, 3), (4, 0)]
    assert_consistent()


def test_it_refuses_what_is_not_there_and_changes_nothing(placed: Any, assert_consistent: Any) -> None:
    there = location("THERE")
    stock("MUG", there, 2)
    with pytest.raises(DomainError) as refused:
        move(placed, there)
    assert refused.value.code == "OM101"
    assert [work.state for work in works(placed.id)] == ["released"]
    assert_consistent()


def test_it_refuses_where_it_can_not_be_done(placed: Any, here: int) -> None:
    for to in (here, store("SHOP", ships=False)):
        with pytest.raises(DomainError) as refused:
            move(placed, to)
        assert refused.value.code == "OM325"


def test_it_refuses_a_place_that_is_not_there(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        move(placed, 0)
    assert refused.value.code == "OM404"


def test_it_refuses_what_the_customer_collects(db: Any, here: int) -> None:
    placed = place_pickup(store("SHOP"))
    with pytest.raises(DomainError) as refused:
        move(placed, here)
    assert refused.value.code == "OM325"


def test_it_refuses_what_is_picked(placed: Any) -> None:
    pick(works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        move(placed, location())
    assert refused.value.code == "OM322"


def test_it_is_for_those_who_work_at_both(placed: Any, here: int) -> None:
    there = location("THERE")
    (work,) = works(placed.id)
    with acting_as(Actor("person", 1, "Bob", locations=(here,))), pytest.raises(DomainError) as refused:
        call("fulfillment.move", p_order_id=work.id, p_location_id=there)
    assert refused.value.code == "OM403"
