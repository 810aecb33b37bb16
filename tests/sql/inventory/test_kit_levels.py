"""inventory.kit_levels: how many kits what is available would make, at a place and in all."""

from typing import Any

from oms.db import Actor, acting_as, call, rows
from tests.support.factories import kit, line, location, place_order, product, stock


def levels(variant: Any) -> dict[int | None, int]:
    return {one.location_id: one.available for one in rows("select * from inventory.kit_levels(:id)", id=variant.id)}


def test_it_counts_by_the_scarcest_part(db: Any) -> None:
    leipzig, berlin = location(), location()
    cup, plate = product(), product()
    made = kit({cup.sku: 2, plate.sku: 1})
    assert levels(made) == {leipzig: 0, berlin: 0, None: 0}
    for place, cups, plates in ((leipzig, 7, 2), (berlin, 5, 9)):
        stock(cup.sku, place, cups)
        stock(plate.sku, place, plates)
    assert levels(made) == {leipzig: 2, berlin: 2, None: 6}


def test_it_counts_only_what_is_available(db: Any) -> None:
    place = location()
    cup = product()
    stock(cup.sku, place, 6)
    made = kit({cup.sku: 2})
    place_order(lines=[line(cup.sku, 1)])
    assert levels(made) == {place: 2, None: 2}
    call("inventory.set_terms", p_variant_id=cup.id, p_location_id=place, p_safety=9, p_bin="")
    assert levels(made) == {place: 0, None: 0}


def test_it_is_nothing_for_what_is_no_kit(db: Any) -> None:
    location()
    assert levels(product()) == {}


def test_it_shows_staff_their_own_places(db: Any) -> None:
    leipzig, berlin = location(), location()
    cup = product()
    stock(cup.sku, leipzig, 6)
    stock(cup.sku, berlin, 4)
    made = kit({cup.sku: 2})
    with acting_as(Actor("person", 1, "Bob", (berlin,))):
        assert levels(made) == {berlin: 2, None: 2}
