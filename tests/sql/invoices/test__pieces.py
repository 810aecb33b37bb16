"""invoices._pieces, by what is issued: whole kits as such, one that comes in pieces by its parts, and the same cents in all."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oms.db import call, row, rows, value
from tests.support.factories import (
    kit,
    line,
    location,
    order_row,
    place_order,
    product,
    ship,
    stock,
    stocked,
    works,
)


def issue(work: Any) -> list[tuple[str, int, int, int, int]]:
    made = call("invoices.issue", p_fulfillment_order_id=work.id)
    found = rows("select * from invoices.lines where invoice_id = :id order by position", id=made)
    return [(one.sku, one.quantity, one.unit_price_minor, one.discount_minor, one.tax_minor) for one in found]


def invoiced(order: Any) -> int:
    return int(value("select coalesce(sum(total_minor), 0) from invoices.invoices where order_id = :id", id=order.id))


def owed(order: Any) -> int:
    found = row("select due_minor - waived_minor as owed from payments.payables where id = :id", id=order.payable_id)
    assert found is not None
    return int(found.owed)


def test_whole_kits_are_invoiced_as_such(db: Any) -> None:
    place = location()
    made = kit({stocked(place): 2, stocked(place): 1}, "SET")
    vat = [{"name": "VAT", "rate": 0.19, "amount_minor": 319}]
    placed = place_order(lines=[line(made.sku, 2, discount_minor=99, taxes=vat)])
    (work,) = works(placed.id)
    ship(work.id)
    assert issue(work) == [("SET", 2, 1000, 99, 319)]
    assert invoiced(placed) == placed.total_minor


def test_a_kit_in_pieces_is_invoiced_by_its_parts_to_the_cent(db: Any) -> None:
    """Three cups for half of 10.00: two for 1.67, one for 1.66."""
    leipzig, berlin = location(), location()
    for sku, place, many in (("CUP", leipzig, 3), ("PLATE", berlin, 1)):
        stock(product(sku, prices={"EUR": 0}).sku, place, many)
    vat = [{"name": "VAT", "rate": 0.19, "amount_minor": 160}]
    made = kit({"CUP": 3, "PLATE": 1})
    placed = place_order(lines=[line(made.sku, 1, discount_minor=100, taxes=vat, title="Tea set")])
    cups, plates = sorted(works(placed.id), key=lambda work: work.location_id)
    ship(cups.id)
    assert issue(cups) == [("CUP", 2, 167, 34, 54), ("CUP", 1, 166, 16, 26)]
    titles = rows("select distinct title from invoices.lines")
    assert [one.title for one in titles] == ["Tea set: Product CUP"]
    ship(plates.id)
    issue(plates)
    assert invoiced(placed) == placed.total_minor == 900


def test_what_is_canceled_of_a_kit_is_what_is_not_invoiced(db: Any) -> None:
    place = location()
    cup, plate = product("CUP", prices={"EUR": 300}), product("PLATE", prices={"EUR": 100})
    stock(cup.sku, place, 4)
    stock(plate.sku, place, 1)
    placed = place_order(lines=[line(kit({"CUP": 2, "PLATE": 1}, "SET").sku, 2, discount_minor=55)], tax_included=False)
    (work,) = works(placed.id)
    ship(work.id)
    assert issue(work) == [("SET", 1, 1000, 28, 0), ("CUP", 1, 429, 11, 0), ("CUP", 1, 428, 12, 0)]
    call("orders.cancel", p_order_id=placed.id, p_reason="stock")
    assert invoiced(placed) == owed(placed) == 1000 + 857 - 28 - 23
    assert order_row(placed.id).payment_status == "overpaid"


@given(
    price=st.integers(0, 10**6),
    quantity=st.integers(1, 3),
    parts=st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=3),
    stocks=st.lists(st.integers(0, 4), min_size=6, max_size=6),
    off=st.floats(0, 1),
    tax=st.integers(0, 500),
)
def test_what_is_invoiced_is_what_is_owed_however_a_kit_is_delivered(
    db: Any, price: int, quantity: int, parts: list[tuple[int, int]], stocks: list[int], off: float, tax: int
) -> None:
    places = [location(), location()]
    skus = {product(prices={"EUR": worth}).sku: many for many, worth in parts}
    for number, many in enumerate(stocks[: 2 * len(parts)]):
        if many:
            stock(list(skus)[number // 2], places[number % 2], many)
    vat = [{"name": "VAT", "rate": 0.1, "amount_minor": tax}]
    sold = line(kit(skus).sku, quantity, unit_price_minor=price, discount_minor=int(price * quantity * off), taxes=vat)
    placed = place_order(lines=[sold], tax_included=False, terms="invoice", payments=[])
    for work in works(placed.id):
        ship(work.id)
        issue(work)
    if order_row(placed.id).fulfillment_status not in ("fulfilled", "delivered"):
        call("orders.cancel", p_order_id=placed.id, p_reason="stock")
    assert invoiced(placed) == owed(placed)
    assert not rows("select * from invoices.lines where discount_minor > quantity * unit_price_minor or tax_minor < 0")
