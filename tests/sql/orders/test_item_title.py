"""orders.item_title: what a customer knows goods as."""

from typing import Any

from oms.db import rows
from tests.support.factories import kit, line, place_order, product


def test_it_is_the_title_of_the_line_and_of_the_part_of_a_kit(db: Any) -> None:
    cup = product("CUP", title="Blue")
    placed = place_order(lines=[line(kit({cup.sku: 2}).sku, title="Tea set"), line(cup.sku, title="A cup")])
    found = rows(
        "select orders.item_title(d.id) as title from demand.lines as d where d.request_id = :id order by d.id",
        id=placed.request_id,
    )
    assert [one.title for one in found] == ["Tea set: Product CUP Blue", "A cup"]
