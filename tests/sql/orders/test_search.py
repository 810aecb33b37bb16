"""orders.search: every word, in whatever people type, within what the actor may see."""

from typing import Any

import pytest

from oms.db import acting_as, rows
from oms.db.actor import Actor
from tests.support.factories import line, location, place_order, ship, stocked, works


def found(text: str) -> list[int]:
    return [hit[0] for hit in rows("select * from orders.search(:text)", text=text)]


@pytest.fixture
def placed(db: Any) -> Any:
    return place_order(
        name="#77-A",
        external_id="gid://99812",
        customer={"email": "Dora.Buys@example.com", "name": "Dora Buys", "phone": "+49 30 555123"},
        lines=[line(stocked(location(), sku="MUG-BLUE_1"))],
    )


@pytest.mark.parametrize(
    "text",
    [
        "#77-A",
        "99812",
        "dora.buys@EXAMPLE",
        "buys dora",
        "555123",
        "mug-blue_1",
        "dora mug",
        "mug",
        "  Dora  ",
        "do buys",
    ],
)
def test_it_finds_what_people_type(placed: Any, text: str) -> None:
    place_order(
        customer={"email": "other@shop.test", "name": "Someone Else"}, name="#1", ship_to={"country_code": "DE"}
    )
    assert found(text) == [placed.id]


def test_it_finds_a_number_and_a_tracking_number(placed: Any) -> None:
    ship(works(placed.id)[0].id, "JJD0099")
    assert found(placed.number) == [placed.id]
    assert found("JJD 0099") == [placed.id]


@pytest.mark.parametrize("text", ["dora nobody", "mug-blue%1", "_____", "\\", "do", ""])
def test_it_finds_nothing_else(placed: Any, text: str) -> None:
    assert found(text) == []


def test_it_finds_the_newest_first_and_not_more_than_asked(placed: Any) -> None:
    later = place_order()
    hits = rows("select * from orders.search('dora', 1)")
    assert [hit[0] for hit in hits] == [later.id]


def test_it_finds_nothing_of_other_locations(placed: Any) -> None:
    ship(works(placed.id)[0].id, "JJD0099")
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))):
        assert found("dora") == found("JJD0099") == found(placed.number) == []
    with acting_as(Actor("person", 8, "Bob", locations=tuple(placed.location_ids))):
        assert found("dora") == found("JJD0099") == found(placed.number) == [placed.id]
