"""fulfillment.split: part of the work becomes work of its own."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows, value
from tests.support.factories import line, location, pick, place_order, ship, stocked, works


@pytest.fixture
def work(db: Any) -> Any:
    at = location()
    placed = place_order(lines=[line(stocked(at, 5, "MUG"), 3), line(stocked(at, 5, "BOWL"), 1)])
    return works(placed.id)[0]


def split(work: Any, *units: int) -> str:
    ids = rows("select id from fulfillment.lines where order_id = :id order by id", id=work.id)
    chosen = [{"line_id": found.id, "quantity": quantity} for found, quantity in zip(ids, units, strict=False)]
    return str(call("fulfillment.split", p_order_id=work.id, p_lines=chosen))


def contents() -> list[Any]:
    return rows(
        "select o.number, o.state, v.sku, l.quantity from fulfillment.orders as o join fulfillment.lines as l on l.order_id = o.id"
        " join catalog.variants as v on v.id = l.variant_id order by o.id, v.sku"
    )


def test_it_makes_two_of_one(work: Any, assert_consistent: Any) -> None:
    number = split(work, 1, 1)
    assert contents() == [
        (work.number, "released", "MUG", 2),
        (number, "released", "BOWL", 1),
        (number, "released", "MUG", 1),
    ]
    assert value("select data ->> 'into' from history.events where type = 'fulfillment.split'") == number
    assert_consistent()


def test_both_are_sent_on_their_own(work: Any, assert_consistent: Any) -> None:
    number = split(work, 2)
    ship(work.id)
    ship(value("select id from fulfillment.orders where number = :number", number=number))
    assert value("select sum(shipped) from demand.lines") == 4
    assert_consistent()


def test_what_is_picked_stays_and_is_done_then(work: Any, assert_consistent: Any) -> None:
    mugs = value("select min(id) from fulfillment.lines")
    call("fulfillment.pick", p_line_id=mugs, p_quantity=2)
    number = split(work, 1, 1)
    assert [(found.number, found.state) for found in contents()] == [
        (work.number, "picked"),
        (number, "released"),
        (number, "released"),
    ]
    assert_consistent()


@pytest.mark.parametrize("units", [(), (0, 0), (3, 1), (4,), (-1,)])
def test_it_refuses_nothing_all_and_more(work: Any, units: tuple[int, ...]) -> None:
    with pytest.raises(DomainError) as refused:
        split(work, *units)
    assert refused.value.code == "OM323"


def test_it_refuses_what_is_packed(work: Any) -> None:
    pick(work.id)
    call("fulfillment.pack", p_order_id=work.id)
    with pytest.raises(DomainError) as refused:
        split(work, 1)
    assert refused.value.code == "OM322"
