"""orders.tag: words of the team's own on an order."""

from typing import Any

import pytest

from oms.db import DomainError, acting_as, call, rows
from oms.db.actor import Actor
from tests.support.factories import order_row, place_order


def tag(order_id: int, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> list[str]:
    call("orders.tag", p_order_id=order_id, p_add=list(add), p_remove=list(remove))
    return list(order_row(order_id).tags)


def test_it_adds_and_takes_off_and_tells_both(db: Any) -> None:
    placed = place_order(tags=["vip", "gift"])
    assert tag(placed.id, add=("rush",), remove=("GIFT",)) == ["vip", "rush"]
    assert order_row(placed.id).version == placed.version + 1
    told = rows("select type, data from history.events where type like 'order.%tagged' order by id")
    assert [tuple(event) for event in told] == [
        ("order.untagged", {"tags": ["gift"]}),
        ("order.tagged", {"tags": ["rush"]}),
    ]


def test_fifty_are_enough(db: Any) -> None:
    placed = place_order()
    assert len(tag(placed.id, add=tuple(f"tag {n}" for n in range(50)))) == 50
    with pytest.raises(DomainError) as refused:
        tag(placed.id, add=("one more",))
    assert refused.value.code == "OM341"


def test_it_is_silent_where_nothing_changes(db: Any) -> None:
    placed = place_order(tags=["vip"])
    assert tag(placed.id, add=("Vip",), remove=("gift",)) == ["vip"]
    assert order_row(placed.id).version == placed.version


def test_it_keeps_tags_clean_also_those_of_channels(db: Any) -> None:
    placed = place_order(tags=["  two\twords ", "a,b", "", "A B", "x" * 60])
    assert placed.tags == ["two words", "a b", "x" * 40]
    assert tag(placed.id, add=(" new,\n",)) == ["two words", "a b", "x" * 40, "new"]


@pytest.mark.parametrize("tags", ["{' x'}", "{x,NULL}", '{"a,b"}', '{""}', '{"a\nb"}'])
def test_the_table_takes_no_other(db: Any, owner: Any, tags: str) -> None:
    placed = place_order()
    with pytest.raises(Exception, match="orders_tags_clean"):
        owner(
            "update orders.orders set tags = cast(:tags as text[]) where id = :id",
            tags=tags.replace("'", '"'),
            id=placed.id,
        )


def test_it_refuses_what_is_too_long_or_too_much(db: Any) -> None:
    placed = place_order()
    assert tag(placed.id, add=("x" * 40,)) == ["x" * 40]
    with pytest.raises(DomainError) as refused:
        tag(placed.id, add=("x" * 41,))
    assert refused.value.code == "OM340"
    with pytest.raises(DomainError) as refused:
        tag(placed.id, add=tuple(f"tag {n}" for n in range(51)))
    assert refused.value.code == "OM341"


def test_it_knows_no_order_of_other_locations(db: Any) -> None:
    placed = place_order()
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))), pytest.raises(DomainError) as refused:
        tag(placed.id, add=("x",))
    assert refused.value.code == "OM404"
