"""A Shopify payload in our own form: nothing lost, nothing trusted, and it adds up."""

from decimal import Decimal
from typing import Any

import pytest

from oms.channels.shopify.orders import order_of
from oms.channels.shopify.payload import parse
from tests.support.shopify import address, line_item, order_payload


def ours(**given: Any) -> dict[str, Any]:
    return order_of(order_payload(**given), "shop")


def test_it_takes_over_what_the_customer_sees() -> None:
    order = ours(id=820982911946154508, note="Ring twice", tags="vip, gift ", processed_at="2026-01-02T09:59:00+01:00")
    assert order["external_id"] == "820982911946154508"
    assert (order["name"], order["currency"], order["language"]) == ("#1001", "EUR", "de")
    assert order["placed_at"] == "2026-01-02T09:59:00+01:00"
    assert (order["note"], order["tags"]) == ("Ring twice", ["vip", "gift"])
    assert order["customer"] == {"email": "dora@example.com", "name": "Dora Buys", "phone": "+49 30 1"}
    assert order["ship_to"]["region"] == "BE"
    assert (order["tax_included"], order["stated_total_minor"], order["terms"]) == (True, 1000, "prepaid")


def test_it_keeps_ids_exact_that_a_float_would_round() -> None:
    assert (
        order_of(parse('{"id": 820982911946154509, "line_items": []}'), "shop")["external_id"] == "820982911946154509"
    )


@pytest.mark.parametrize(
    ("locale", "language"), [("pt-BR", "pt_BR"), ("de-AT", "de"), ("ja", "ja"), ("sv", None), (None, None)]
)
def test_it_writes_to_customers_in_a_language_of_ours(locale: str | None, language: str | None) -> None:
    assert ours(customer_locale=locale).get("language") == language


def test_it_shares_discounts_as_shopify_did() -> None:
    order = ours(
        total_discounts="7.00",
        line_items=[
            line_item(quantity=3, discount_allocations=[{"amount": "2.50"}, {"amount": "0.50"}]),
            line_item(total_discount="0.00"),
        ],
        shipping_lines=[{"title": "Post", "price": "5.00", "discount_allocations": [{"amount": "4.00"}]}],
    )
    assert [line["discount_minor"] for line in order["lines"]] == [300, 0]
    assert [charge["amount_minor"] for charge in order["charges"]] == [100]
    assert order["discount_minor"] == 0


def test_it_takes_what_is_off_the_whole_order() -> None:
    order = ours(total_discounts="3.00", line_items=[line_item(total_discount="1.00"), line_item()])
    assert ([line["discount_minor"] for line in order["lines"]], order["discount_minor"]) == ([100, 0], 200)


def test_it_keeps_what_is_written_on_lines_and_in_the_shops_fields() -> None:
    order = ours(
        note="",
        note_attributes=[
            {"name": "Gift", "value": "yes"},
            {"name": "_session", "value": "1"},
            {"name": "Empty", "value": ""},
        ],
        line_items=[line_item(properties=[{"name": "Engraving", "value": "D. B."}])],
    )
    assert order["note"] == "Gift: yes\nMug - Blue: Engraving: D. B."


def test_it_charges_tips_and_duties_once() -> None:
    duties = {"shop_money": {"amount": "2.00", "currency_code": "EUR"}}
    order = ours(total_tip_received="1.50", original_total_duties_set=duties)
    assert [(charge["title"], charge["amount_minor"]) for charge in order["charges"]] == [("Tip", 150), ("Duties", 200)]
    as_line = ours(total_tip_received="1.50", line_items=[line_item(title="Tip", price="1.50")])
    assert as_line["charges"] == []


def test_it_says_what_has_gone_out_or_was_taken_off_already() -> None:
    order = ours(
        line_items=[
            line_item(quantity=2, fulfillment_status="fulfilled"),
            line_item(quantity=3, fulfillment_status="partial", fulfillable_quantity=1),
            line_item(quantity=2, current_quantity=1),
        ]
    )
    assert [line["fulfilled_quantity"] for line in order["lines"]] == [2, 2, 0]
    assert [line["removed_quantity"] for line in order["lines"]] == [0, 0, 1]


def test_it_knows_what_needs_no_delivery() -> None:
    order = ours(line_items=[line_item(), line_item(requires_shipping=False), line_item(gift_card=True)])
    assert [line["requires_shipping"] for line in order["lines"]] == [True, False, False]


@pytest.mark.parametrize(
    "shipping", [{"title": "Berlin", "code": "pickup"}, {"title": "Berlin", "delivery_category": "local_pickup"}]
)
def test_it_knows_a_pickup(shipping: dict[str, str]) -> None:
    order = ours(shipping_address=None, shipping_lines=[{"price": "0.00", **shipping}])
    assert order["delivery"] == {"method": "pickup", "location": "Berlin", "title": "Berlin"}
    assert "ship_to" not in order


def test_it_sells_by_invoice_where_payment_terms_say_so() -> None:
    assert ours(payment_terms={"payment_terms_name": "Net 30"})["terms"] == "invoice"


def test_it_keeps_what_it_cannot_read_for_a_person_to_see() -> None:
    order = ours(total_price="free", line_items=[line_item(price="ten", quantity="two"), line_item(price="10.005")])
    assert [line["unit_price_minor"] for line in order["lines"]] == ["ten", "10.005"]
    assert (order["lines"][0]["quantity"], order["stated_total_minor"], order["payments"]) == ("two", "free", [])


@pytest.mark.parametrize(
    ("latitude", "longitude", "kept"),
    [("52.5", Decimal("13.4"), True), ("91", "0", False), (None, "13.4", False), ("north", "1", False)],
)
def test_it_keeps_only_coordinates_on_this_earth(latitude: Any, longitude: Any, *, kept: bool) -> None:
    order = ours(shipping_address=address(latitude=latitude, longitude=longitude))
    assert ("latitude" in order["ship_to"]) is kept


def test_it_leaves_out_a_price_that_is_missing() -> None:
    [line] = ours(line_items=[line_item(price=None, quantity=None)])["lines"]
    assert ("unit_price_minor" in line, line["quantity"]) == (False, "")


@pytest.mark.parametrize("nonsense", [None, 7, "text", [None, 3], {"a": 1}, True])
def test_it_survives_nonsense_anywhere(nonsense: Any) -> None:
    for name in order_payload():
        if name != "id":
            order_of(order_payload(**{name: nonsense}), "shop")
    for name in line_item():
        order_of(order_payload(line_items=[line_item(**{name: nonsense})]), "shop")
