"""Stock in a browser: figures that follow what happens, and a correction made in a dialog."""

import re

import pytest
from playwright.sync_api import expect

from tests.support import factories
from tests.support.browser import scan

pytestmark = pytest.mark.browser


@pytest.fixture
def shelf(committed_db):
    """Ten mugs in London; the location and the SKU's id."""
    london = factories.location("LONDON")
    return london, factories.stock(factories.product("MUG", barcodes=["4006381333931"]).sku, london, 10)


def test_it_is_right_the_moment_an_order_lands(shelf, signed_in):
    london, _ = shelf
    page = signed_in("manager", "/stock")
    available = page.locator("#stock .available").first
    expect(available).to_have_text("10")
    factories.place_order(lines=[factories.line("MUG", 3)], source_location_ids=[london])
    expect(available).to_have_text("7")


def test_it_corrects_a_count_in_a_dialog(shelf, signed_in, committed_db):
    _, variant_id = shelf
    page = signed_in("manager", f"/stock/{variant_id}")
    page.get_by_role("link", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Correct").click()
    expect(dialog.get_by_text("Write a number.")).to_be_visible()
    dialog.get_by_label("Number").fill("8")
    dialog.get_by_label("Reason").select_option("damaged")
    dialog.get_by_role("button", name="Correct").click()
    expect(page.get_by_text("Corrected: 8 on hand now.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    assert committed_db.value("select on_hand from inventory.levels") == 10


def test_it_says_why_so_much_is_available(shelf, signed_in):
    london, variant_id = shelf
    order = factories.place_order(lines=[factories.line("MUG", 3)], source_location_ids=[london])
    page = signed_in("manager", f"/stock/{variant_id}")
    page.get_by_title("Why?").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Why 7 available")).to_be_visible()
    dialog.get_by_role("link", name=order.number).click()
    expect(page).to_have_url(re.compile(f"/orders/{order.number}$"))


def test_it_filters_while_somebody_types(shelf, signed_in, committed_db):
    factories.product("PLATE")
    page = signed_in("manager", "/stock")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("plate", delay=60)  # slower than a scanner
    expect(page.locator("#stock tbody tr")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("PLATE")


def test_it_opens_what_is_scanned(shelf, signed_in):
    page = signed_in("manager", "/stock")
    scan(page, "4006381333931")
    expect(page.get_by_role("heading", level=1)).to_have_text("MUG")
