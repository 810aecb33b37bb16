"""orders.substitute: something else for what waits, with consent, and every cent in its place."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows
from tests.support.factories import (
    kit,
    line,
    location,
    order_row,
    place_order,
    product,
    stock,
    stocked,
    works,
)

VAT = {"name": "VAT", "rate": 0.19}


class Shop:
    """Of RED two are there, of BLUE ten; BLUE goes instead of RED."""

    def __init__(self) -> None:
        self.place = location("LEIPZIG")
        stocked(self.place, 2, "RED")

    def sell(self, blue: int = 1000, rule: str = "cheaper", substitution: str = "allowed", **given: Any) -> Any:
        stock(product("BLUE", prices={"EUR": blue}).sku, self.place, 10)
        product("RED", substitutes=["BLUE"], substitute_price=rule)
        taxes = given.pop("taxes", [{**VAT, "amount_minor": 782}])
        lines = [line("RED", 5, discount_minor=101, taxes=taxes)]
        return place_order(lines=lines, substitution=substitution, **given)


@pytest.fixture
def shop(db: Any) -> Shop:
    return Shop()


def offers(order: Any) -> list[Any]:
    return rows("select * from orders.offers(:id)", id=order.id)


def substitute(order: Any, *, has_agreed: bool = False) -> Any:
    (offer,) = offers(order)
    call(
        "orders.substitute",
        p_order_id=order.id,
        p_line_id=offer.line_id,
        p_substitute_id=offer.substitute_id,
        p_has_agreed=has_agreed,
    )
    return row("select * from orders.lines where order_id = :id and instead_of_id is not null", id=order.id)


def owed(order: Any) -> int:
    found = row("select due_minor - waived_minor as owed from payments.payables where id = :id", id=order.payable_id)
    assert found is not None
    return int(found.owed)


def test_at_the_same_price_nothing_changes_but_the_goods(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell(blue=1500, rule="ordered")
    made = substitute(placed)
    assert (made.sku, made.quantity, made.unit_price_minor) == ("BLUE", 3, 1000)
    assert owed(placed) == placed.total_minor == 4899
    changed = order_row(placed.id)
    assert (changed.is_backordered, changed.payment_status) == (False, "paid")
    assert rows("select what from orders.versions order by number") == [("placed",), ("edited",)]
    assert sum(work.location_id == shop.place for work in works(placed.id)) == len(works(placed.id)) == 2
    assert_consistent()


def test_what_was_canceled_before_stays_out_of_it(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell(rule="ordered")
    chosen = [{"line_id": offers(placed)[0].line_id, "quantity": 1}]
    call("orders.cancel_lines", p_order_id=placed.id, p_lines=chosen, p_reason="customer")
    before = owed(placed)
    assert substitute(placed).quantity == 2
    assert owed(placed) == before
    assert_consistent()


def test_at_a_lower_price_a_refund_is_due(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell(blue=800)
    made = substitute(placed)
    assert (made.unit_price_minor, made.discount_minor) == (800, 49)
    assert owed(placed) == 4899 - 600 + 12
    assert order_row(placed.id).payment_status == "overpaid"
    assert_consistent()


@pytest.mark.parametrize(("is_tax_included", "amounts"), [(True, [99, 198]), (False, [118, 235])])
def test_at_another_price_taxes_go_by_their_rates(shop: Shop, *, is_tax_included: bool, amounts: list[int]) -> None:
    taxes = [{"name": name, "rate": rate, "amount_minor": 1} for name, rate in (("City", 0.05), ("State", 0.1))]
    made = substitute(shop.sell(blue=800, taxes=taxes, tax_included=is_tax_included))
    net = 3 * 800 - 49
    expected = [("City", net * 0.05), ("State", net * 0.1)]
    found = rows("select name, amount_minor from orders.taxes where line_id = :id order by id", id=made.id)
    assert found == [(name, round(tax / (1.15 if is_tax_included else 1))) for name, tax in expected]


def test_a_higher_price_of_its_own_needs_consent(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell(blue=1300, rule="own")
    with pytest.raises(DomainError) as refused:
        substitute(placed)
    assert (refused.value.code, refused.value.field) == ("OM333", "has_agreed")
    substitute(placed, has_agreed=True)
    assert owed(placed) > placed.total_minor
    assert order_row(placed.id).payment_status == "partially_paid"
    assert_consistent()


def test_a_customer_who_is_to_be_asked_has_to_agree(shop: Shop) -> None:
    placed = shop.sell(substitution="ask")
    with pytest.raises(DomainError) as refused:
        substitute(placed)
    assert refused.value.code == "OM332"
    assert substitute(placed, has_agreed=True).sku == "BLUE"


def test_a_customer_who_wants_nothing_else_gets_nothing_else(shop: Shop) -> None:
    placed = shop.sell(substitution="refused")
    assert offers(placed) == []
    variants = {one.sku: one.id for one in rows("select id, sku from catalog.variants")}
    sold = row("select id from orders.lines where order_id = :id", id=placed.id)
    assert sold is not None
    with pytest.raises(DomainError) as refused:
        call(
            "orders.substitute",
            p_order_id=placed.id,
            p_line_id=sold.id,
            p_substitute_id=variants["BLUE"],
            p_has_agreed=True,
        )
    assert refused.value.code == "OM330"


def test_it_takes_no_more_than_there_is(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell()
    call("inventory.adjust", p_variant_id=product("BLUE").id, p_location_id=shop.place, p_quantity=-8, p_reason="lost")
    (offer,) = offers(placed)
    assert (offer.waiting, offer.available, offer.quantity) == (3, 2, 2)
    assert substitute(placed).quantity == 2
    assert order_row(placed.id).is_backordered
    with pytest.raises(DomainError) as refused:
        substitute(placed)
    assert refused.value.code == "OM331"
    assert_consistent()


def test_it_is_the_one_that_was_chosen(shop: Shop) -> None:
    stocked(shop.place, 9, "GREEN")
    placed = shop.sell()
    product("RED", substitutes=["BLUE", "GREEN"])
    green = offers(placed)[1]
    chosen = {"p_line_id": green.line_id, "p_substitute_id": green.substitute_id}
    made = call("orders.substitute", p_order_id=placed.id, **chosen)
    assert rows("select sku from orders.lines where id = :id", id=made) == [("GREEN",)]


def test_no_more_than_is_asked_for(shop: Shop, assert_consistent: Any) -> None:
    placed = shop.sell(blue=800)
    (offer,) = offers(placed)
    chosen = {"p_line_id": offer.line_id, "p_substitute_id": offer.substitute_id}
    made = call("orders.substitute", p_order_id=placed.id, **chosen, p_most=2)
    assert rows("select quantity from orders.lines where id = :id", id=made) == [(2,)]
    assert [(one.waiting, one.quantity) for one in offers(placed)] == [(1, 1)]
    assert_consistent()


def test_a_kit_may_stand_in_and_be_stood_in_for(shop: Shop, assert_consistent: Any) -> None:
    cup = stocked(shop.place, 3, "CUP")
    kit({cup: 2, product("PLATE").sku: 1}, "SET", substitutes=["RED"], substitute_price="ordered")
    vat = [{**VAT, "amount_minor": 333}]
    placed = place_order(lines=[line("SET", 2, discount_minor=55, taxes=vat)], substitution="allowed")
    assert substitute(placed).quantity == 2
    assert owed(placed) == placed.total_minor
    kit({cup: 1}, "CUPS")
    product("GREEN", substitutes=["CUPS"])
    assert substitute(place_order(lines=[line("GREEN")], substitution="allowed")).sku == "CUPS"
    assert_consistent()
