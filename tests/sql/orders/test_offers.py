"""orders.offers: what could be sent instead, where from, and for how much."""

from typing import Any

from oms.db import rows
from tests.support.factories import line, location, place_order, product, stock, stocked


def offers(order: Any) -> list[Any]:
    return rows("select * from orders.offers(:id)", id=order.id)


def test_it_names_substitutes_in_their_order_with_stock_and_price(db: Any) -> None:
    leipzig, berlin = location(), location()
    for sku, price, place in (("BLUE", 900, leipzig), ("GREEN", 1200, berlin)):
        stock(product(sku, prices={"EUR": price}).sku, place, 4)
    product("RED", substitutes=["GREEN", "BLUE"])
    placed = place_order(lines=[line("RED", 3)], source_location_ids=[leipzig], substitution="allowed")
    green, blue = offers(placed)
    assert not green.needs_consent
    assert (green.sku, green.available, green.quantity, green.unit_price_minor) == ("GREEN", 0, 0, 1000)
    assert (blue.sku, blue.available, blue.quantity, blue.unit_price_minor) == ("BLUE", 4, 3, 900)
    assert (blue.difference_minor, blue.needs_consent) == (-300, False)


def test_it_offers_nothing_where_nothing_waits(db: Any) -> None:
    place = location()
    stocked(place, 4, "BLUE")
    stocked(place, 4, "RED")
    product("RED", substitutes=["BLUE"])
    assert offers(place_order(lines=[line("RED", 3)], substitution="allowed")) == []


def test_it_says_what_the_customer_has_to_agree_to(db: Any) -> None:
    stock(product("BLUE", prices={"EUR": 1100}).sku, location(), 4)
    product("RED", substitutes=["BLUE"], substitute_price="own")
    (allowed,) = offers(place_order(lines=[line("RED")], substitution="allowed"))
    assert (allowed.difference_minor, allowed.needs_consent) == (100, True)
    product("RED", substitute_price="ordered")
    (asked,) = offers(place_order(lines=[line("RED")]))
    assert (asked.difference_minor, asked.needs_consent) == (0, True)


def test_it_goes_line_by_line(db: Any) -> None:
    place = location()
    for sku in "CBA":
        stocked(place, 4, sku)
    for sku, substitutes in (("PEN", "ABC"), ("CUP", "CAB"), ("MUG", "BCA")):
        product(sku, substitutes=list(substitutes))
    placed = place_order(lines=[line(sku) for sku in ("MUG", "PEN", "CUP")])
    assert [offer.sku for offer in offers(placed)] == list("BCAABCCAB")
