"""catalog.components: what delivering a variant takes; kits are made by catalog.save_product, one kind of SKU deep."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import kit, line, location, place_order, product, ship, stock, stocked, works
from tests.support.incoming import expect

pytestmark = pytest.mark.usefixtures("db")


def components(variant: Any, currency: str = "EUR") -> list[tuple[int, int, int]]:
    found = rows("select * from catalog.components(:id, :currency)", id=variant.id, currency=currency)
    return [(one.variant_id, one.quantity, one.weight) for one in found]


def refusal(*given: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as refused:
        kit(*given, **more)
    return refused.value


def test_it_is_the_variant_itself():
    cup = product()
    assert components(cup) == [(cup.id, 1, 1)]


def test_it_is_nothing_where_nothing_is_delivered():
    assert components(product(requires_shipping=False)) == []


def test_it_is_the_parts_of_a_kit_by_their_prices():
    cup, plate = product(prices={"EUR": 500}), product(prices={"EUR": 800})
    assert components(kit({cup.sku: 2, plate.sku: 1})) == [(cup.id, 2, 1000), (plate.id, 1, 800)]


def test_it_weighs_by_units_where_a_part_has_no_price():
    cup, plate = product(prices={"EUR": 500}), product(prices={"USD": 800})
    assert components(kit({cup.sku: 2, plate.sku: 1})) == [(cup.id, 2, 2), (plate.id, 1, 1)]


def test_it_follows_the_kit_as_it_is_changed():
    cup, plate = product(), product()
    made = kit({cup.sku: 2})
    kit({plate.sku: 3}, made.sku)
    assert components(made) == [(plate.id, 3, 3000)]
    kit({}, made.sku)
    assert components(made) == [(made.id, 1, 1)]


def test_it_keeps_the_parts_when_only_words_are_saved():
    cup = product()
    made = kit({cup.sku: 2})
    product(made.sku, title="Blue")
    assert components(made) == [(cup.id, 2, 2000)]


def test_a_kit_is_not_part_of_itself_nor_of_another():
    cup = product()
    made = kit({cup.sku: 1}, "SET")
    assert refusal({made.sku: 1}, made.sku).code == "kit_components_not_itself"
    refused = refusal({made.sku: 1}, "CRATE")
    assert (refused.code, refused.detail) == ("OM151", {"kit": "CRATE", "component": "SET"})
    assert refused.message == "SET is a kit itself, so it can't be part of the kit CRATE: use its parts."


def test_a_part_of_a_kit_does_not_become_a_kit():
    cup, plate = product("CUP"), product()
    kit({cup.sku: 1}, "SET")
    refused = refusal({plate.sku: 1}, "CUP")
    assert (refused.code, refused.detail) == ("OM151", {"kit": "SET", "component": "CUP"})


@pytest.mark.parametrize("many", [0, -1, 1001])
def test_a_part_has_a_sensible_quantity(many):
    assert refusal({product().sku: many}).code == "kit_components_quantity_sensible"


def test_a_part_is_a_known_sku_that_is_delivered():
    assert refusal({"NOTHING": 1}).detail == {"sku": "NOTHING"}
    assert refusal({product("CARD", requires_shipping=False).sku: 1}).code == "OM155"


def test_what_has_stock_does_not_become_a_kit():
    cup, leipzig = product(), location("LEIPZIG")
    sku = stocked(location("BERLIN"), 3)
    stock(sku, leipzig, 3)
    refused = refusal({cup.sku: 1}, sku)
    assert (refused.code, refused.detail) == ("OM152", {"sku": sku, "location": "Leipzig", "quantity": 3})


def test_what_is_expected_does_not_become_a_kit():
    cup, plate = product("CUP"), product("PLATE")
    expect(location("LEIPZIG"), CUP=3)
    refused = refusal({plate.sku: 1}, cup.sku)
    assert (refused.code, refused.detail["quantity"]) == ("OM152", 3)


def test_what_is_still_wanted_does_not_become_a_kit():
    cup, sold_out = product(), product()
    placed = place_order(lines=[line(sold_out.sku, 2)])
    second = place_order(lines=[line(sold_out.sku)])
    given = {"p_line_id": rows("select min(id) as id from demand.lines")[0].id, "p_quantity": 1}
    call("demand.cancel_line", **given)
    refused = refusal({cup.sku: 1}, sold_out.sku)
    assert (refused.code, refused.detail) == ("OM153", {"sku": sold_out.sku, "reference": placed.number})
    for order in (placed, second):
        call("orders.cancel", p_order_id=order.id, p_reason="customer")
    kit({cup.sku: 1}, sold_out.sku)


def test_what_was_sold_and_is_gone_may_become_a_kit():
    cup, sku = product(), stocked(location(), 1)
    ship(works(place_order(lines=[line(sku)]).id)[0].id)
    kit({cup.sku: 1}, sku)


def test_a_kit_has_no_stock():
    made = kit({product().sku: 1})
    place = location()
    with pytest.raises(DomainError) as refused:
        stock(made.sku, place)
    assert (refused.value.code, refused.value.detail) == ("OM154", {"sku": made.sku})


def test_a_kit_that_once_had_stock_gets_none_again():
    place = location()
    sku = stocked(place, 3)
    variant_id = product(sku).id
    call("inventory.adjust", p_variant_id=variant_id, p_location_id=place, p_quantity=-3, p_reason="lost")
    kit({product().sku: 1}, sku)
    with pytest.raises(DomainError) as refused:
        call("inventory.adjust", p_variant_id=variant_id, p_location_id=place, p_quantity=1, p_reason="found")
    assert refused.value.code == "OM154"
