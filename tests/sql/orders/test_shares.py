"""orders.shares: a line's price, discount and taxes over its components, exact to the cent."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oms.db import rows
from tests.support.factories import kit, line, place_order, product


def shares(order: Any) -> list[Any]:
    return rows("select * from orders.shares(:id) order by demand_line_id", id=order.id)


def test_a_line_is_its_own_only_component(db: Any) -> None:
    (one,) = shares(place_order(lines=[line(product().sku, 3, discount_minor=100)]))
    assert (one.per_unit, one.wanted, one.price_minor, one.discount_minor, one.taxes) == (1, 3, 1000, 100, [])


def test_a_kit_is_shared_by_the_prices_of_its_parts(db: Any) -> None:
    cup, plate = product(prices={"EUR": 500}), product(prices={"EUR": 1000})
    made = kit({cup.sku: 2, plate.sku: 1})
    vat = [{"name": "VAT", "rate": 0.19, "amount_minor": 319}]
    ofcups, ofplates = shares(place_order(lines=[line(made.sku, 2, discount_minor=101, taxes=vat)]))
    assert (ofcups.per_unit, ofcups.wanted, ofcups.price_minor, ofcups.discount_minor, ofcups.taxes) == (
        2,
        4,
        500,
        51,
        [160],
    )
    assert (ofplates.per_unit, ofplates.wanted, ofplates.price_minor, ofplates.discount_minor, ofplates.taxes) == (
        1,
        2,
        500,
        50,
        [159],
    )


@given(
    price=st.integers(0, 10**8),
    quantity=st.integers(1, 9),
    parts=st.lists(st.tuples(st.integers(1, 7), st.integers(0, 10**6)), min_size=1, max_size=5),
    off=st.floats(0, 1),
)
def test_it_loses_nothing_and_makes_nothing_negative(
    db: Any, price: int, quantity: int, parts: list[tuple[int, int]], off: float
) -> None:
    made = kit({product(prices={"EUR": worth}).sku: many for many, worth in parts})
    discount = int(price * quantity * off)
    given_line = line(made.sku, quantity, unit_price_minor=price, discount_minor=discount)
    found = shares(place_order(lines=[given_line], payments=[]))
    assert sum(one.price_minor for one in found) == price
    assert sum(one.discount_minor for one in found) == discount
    assert all(0 <= one.discount_minor <= one.price_minor * quantity for one in found)
