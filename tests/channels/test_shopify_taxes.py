"""Taxes stand on lines and charges, and add up to what Shopify says, however it says it."""

from typing import Any

from oms.channels.shopify.orders import order_of
from oms.channels.shopify.taxes import rate_of
from tests.support.shopify import line_item, order_payload


def tax(price: str, rate: float | None = 0.19, title: str = "VAT") -> dict[str, Any]:
    return {"price": price, "rate": rate, "title": title}


def taxes(**given: Any) -> list[list[tuple[str, str, int]]]:
    order = order_of(order_payload(**given), "shop")
    things = [*order["lines"], *order["charges"]]
    return [[(tax["name"], tax["rate"], tax["amount_minor"]) for tax in thing["taxes"]] for thing in things]


def test_it_leaves_taxes_of_lines_that_add_up() -> None:
    found = taxes(
        total_tax="2.58",
        line_items=[line_item(tax_lines=[tax("1.60"), tax("0.18", 0.02, "City")])],
        shipping_lines=[{"title": "Post", "price": "5.00", "tax_lines": [tax("0.80")]}],
    )
    assert found == [[("VAT", "0.19", 160), ("City", "0.02", 18)], [("VAT", "0.19", 80)]]


def test_it_spreads_what_is_stated_for_the_order_only() -> None:
    found = taxes(
        total_tax="1.00",
        tax_lines=[tax("1.00")],
        line_items=[line_item(), line_item(), line_item(), line_item(taxable=False)],
    )
    assert [sum(amount for *_, amount in each) for each in found] == [34, 33, 33, 0]


def test_it_spreads_anew_where_rounding_differs() -> None:
    """Shopify rounds the order's tax once: three lines of 0.333 are 1.00, not 0.99."""
    found = taxes(
        total_tax="1.00",
        tax_lines=[tax("1.00")],
        line_items=[line_item(tax_lines=[tax("0.33")]) for _ in range(3)],
    )
    assert sum(amount for each in found for *_, amount in each) == 100


def test_it_makes_one_tax_of_a_bare_total() -> None:
    assert taxes(total_tax="2.00", line_items=[line_item()]) == [[("Tax", "0.2", 200)]]


def test_it_leaves_what_adds_up_to_nothing_for_quarantine() -> None:
    found = taxes(total_tax="9.99", tax_lines=[tax("1.00")], line_items=[line_item(tax_lines=[tax("1.60")])])
    assert found == [[("VAT", "0.19", 160)]]


def test_it_keeps_a_rate_that_is_none() -> None:
    assert taxes(line_items=[line_item(tax_lines=[tax("1.60", rate="many")])]) == [[("VAT", "many", 160)]]  # type: ignore[arg-type]


def test_it_reads_a_rate_from_a_name_or_from_the_amounts() -> None:
    assert rate_of("MwSt 7,7%", 1, 1) == "0.077"
    assert rate_of("Sales tax", 6, 100) == "0.06"
    assert rate_of("Sales tax", 6, 0) == "0"
