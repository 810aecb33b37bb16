"""Rows of an export in our own form, and what they tell only together."""

from types import SimpleNamespace
from typing import Any

import pytest

from oms.channels.shopify_csv.orders import order_of, orders_in
from oms.channels.shopify_csv.reading import records
from tests.support.shopify import export, export_row, further_row

CHANNEL = SimpleNamespace(code="shop", currency="EUR", is_tax_included=True)


def ours(*rows: dict[str, str], channel: Any = CHANNEL) -> dict[str, Any]:
    [found] = orders_in(records(export(list(rows)), []))
    return order_of(found, channel)


def total_of(order: dict[str, Any]) -> int:
    """What it adds up to, as orders.totals does."""
    lines = sum(line["quantity"] * line["unit_price_minor"] - line["discount_minor"] for line in order["lines"])
    charges = sum(charge["amount_minor"] for charge in order["charges"])
    taxes = sum(tax["amount_minor"] for thing in [*order["lines"], *order["charges"]] for tax in thing.get("taxes", []))
    return int(lines - order["discount_minor"] + charges + (0 if order["tax_included"] else taxes))


def test_it_puts_the_rows_of_an_order_together() -> None:
    rows = [export_row(), further_row(Lineitem_sku="CUP"), export_row(Name="#1002"), further_row("#1002")]
    assert [len(found) for found in orders_in(records(export(rows), []))] == [2, 2]


def test_it_takes_over_what_the_first_row_says() -> None:
    order = ours(export_row(Id="42", Notes="Ring twice", Tags="vip, gift", Note_Attributes="Gift: yes"))
    assert (order["external_id"], order["name"], order["placed_at"]) == ("42", "#1001", "2026-01-02T10:00:00+01:00")
    assert (order["note"], order["tags"]) == ("Ring twice\nGift: yes", ["vip", "gift"])
    assert (order["ship_to"]["postal_code"], order["ship_to"]["line1"]) == ("10115", "Hauptstr. 1")
    assert order["payments"][0] | {"occurred_at": None} == {
        "kind": "capture",
        "amount_minor": 1000,
        "gateway": "shopify",
        "reference": "shop/42",
        "occurred_at": None,
    }


def test_it_goes_by_the_name_where_an_older_export_has_no_id() -> None:
    assert ours(export_row())["external_id"] == "#1001"


def test_it_reads_the_street_of_older_exports_and_countries_by_name() -> None:
    row = export_row(Shipping_Street="Hauptstr. 1", Shipping_Address1="", Shipping_Country="Germany")
    assert (ours(row)["ship_to"]["line1"], ours(row)["ship_to"]["country_code"]) == ("Hauptstr. 1", "DE")


@pytest.mark.parametrize(
    ("row", "is_included", "total"),
    [
        ({"Taxes": "1.60", "Total": "10.00"}, True, 1000),
        ({"Taxes": "1.90", "Total": "11.90"}, False, 1190),
        ({"Shipping": "5.00", "Taxes": "2.39", "Total": "15.00"}, True, 1500),
        ({"Shipping": "5.00", "Taxes": "2.85", "Total": "17.85"}, False, 1785),
    ],
)
def test_it_finds_out_whether_prices_include_the_tax(row: dict[str, str], *, is_included: bool, total: int) -> None:
    order = ours(export_row(**row))
    assert (order["tax_included"], total_of(order), order["stated_total_minor"]) == (is_included, total, total)


def test_it_finds_discounts_on_lines_on_the_order_and_on_shipping() -> None:
    order = ours(
        export_row(
            Subtotal="16.00",
            Shipping="5.00",
            Discount_Amount="9.00",
            Total="16.00",
            Lineitem_discount="1.00",
        ),
        further_row(),
    )
    assert [line["discount_minor"] for line in order["lines"]] == [100, 0]
    assert (order["discount_minor"], order["charges"][0]["amount_minor"], total_of(order)) == (300, 0, 1600)


def test_it_spreads_taxes_over_what_is_taxed() -> None:
    order = ours(
        export_row(Subtotal="20.00", Total="20.00", Taxes="1.60", **{"Tax 1 Name": "MwSt 19%", "Tax 1 Value": "1.60"}),
        further_row(Lineitem_taxable="false"),
    )
    assert [line["taxes"] for line in order["lines"]] == [
        [{"name": "MwSt 19%", "rate": "0.19", "amount_minor": 160}],
        [],
    ]


def test_it_leaves_what_does_not_add_up_for_quarantine() -> None:
    order = ours(export_row(Total="99.00"))
    assert (total_of(order), order["stated_total_minor"]) == (1000, 9900)


def test_it_keeps_what_it_cannot_read_for_a_person_to_see() -> None:
    order = ours(export_row(Lineitem_price="ten", Lineitem_quantity="two", Created_at="yesterday", Total="lots"))
    assert (order["lines"][0]["unit_price_minor"], order["lines"][0]["quantity"]) == ("ten", "two")
    assert (order["placed_at"], order["stated_total_minor"]) == ("yesterday", "lots")


def test_it_leaves_out_a_price_that_is_missing() -> None:
    assert "unit_price_minor" not in ours(export_row(Lineitem_price=""))["lines"][0]


def test_it_reads_localized_amounts_and_answers() -> None:
    order = ours(
        export_row(
            Lineitem_price="1.010,50", Subtotal="1.010,50", Total="1.010,50", Lineitem_requires_shipping="FALSCH"
        )
    )
    assert (order["lines"][0]["unit_price_minor"], order["stated_total_minor"]) == (101050, 101050)
    assert order["lines"][0]["requires_shipping"] is False


@pytest.mark.parametrize(
    ("status", "row", "kinds"),
    [
        ("Partially Paid", {"Outstanding_Balance": "4.00"}, {"capture": 600}),
        ("partially_refunded", {"Refunded_Amount": "2.00"}, {"capture": 1000, "refund": 200}),
        ("pending", {}, {}),
    ],
)
def test_it_reads_payments(status: str, row: dict[str, str], kinds: dict[str, int]) -> None:
    order = ours(export_row(Financial_Status=status, **row))
    assert {fact["kind"]: fact["amount_minor"] for fact in order["payments"]} == kinds
