"""Orders in a browser: search while typing, live hints, dialogs, the keyboard, and everything again without scripts."""

import re

import pytest
from playwright.sync_api import expect

from oms.db import call
from tests.support.browser import faults_of, press
from tests.support.factories import line, location, order_row, place_order, stocked, works

pytestmark = pytest.mark.browser


@pytest.fixture
def placed(committed_db):
    sku = stocked(location("BERLIN", name="Berlin warehouse"), 20, sku="MUG-BLUE")
    return [
        place_order(lines=[line(sku)], customer={"name": name}) for name in ("Dora Buys", "Emil Waits", "Fay Looks")
    ]


def test_it_searches_while_somebody_types_and_opens_on_enter(signed_in, placed):
    tab = signed_in("manager", "/orders")
    tab.keyboard.press("/")
    expect(tab.get_by_label("Search orders")).to_be_focused()
    tab.keyboard.type("emil")
    expect(tab.locator("#orders tbody tr")).to_have_count(1)
    expect(tab).to_have_url(re.compile(r"/orders\?q=emil$"))
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(rf"/orders/{placed[1].number}$"))


def test_it_walks_selects_and_opens_with_the_keyboard(signed_in, placed):
    tab = signed_in("manager", "/orders")
    press(tab, "jjx")
    expect(tab.locator("[data-selection-count]")).to_have_text("1")
    expect(tab.get_by_role("button", name="Put on hold")).to_be_visible()
    tab.locator("tbody tr").nth(1).locator(".row-link").focus()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(rf"/orders/{placed[1].number}$"))


def test_it_tells_of_new_orders_and_leaves_the_list_alone(signed_in, placed):
    tab = signed_in("manager", "/orders")
    expect(tab.locator("#orders tbody tr")).to_have_count(3)
    place_order(lines=[line("MUG-BLUE")])
    expect(tab.get_by_text("1 new order – show")).to_be_visible()
    expect(tab.locator("#orders tbody tr")).to_have_count(3)
    tab.get_by_text("1 new order – show").click()
    expect(tab.locator("#orders tbody tr")).to_have_count(4)


def test_it_asks_in_a_dialog_and_says_what_is_wrong_there(signed_in, placed):
    tab = signed_in("manager", f"/orders/{placed[0].number}")
    tab.get_by_role("group").filter(has=tab.locator("[aria-label=More]")).locator("summary").click()
    tab.get_by_role("link", name="Record a payment").click()
    dialog = tab.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Amount").fill("99")
    dialog.get_by_role("button", name="Record").click()
    expect(dialog.get_by_text("No more can be refunded than was paid")).to_be_visible()
    dialog.get_by_label("Amount").fill("4.00")
    dialog.get_by_role("button", name="Record").click()
    expect(tab.get_by_text("Partly refunded")).to_be_visible()


def test_it_tells_what_somebody_does_at_the_same_time(signed_in, placed):
    tab = signed_in("manager", f"/orders/{placed[0].number}")
    call("fulfillment.accept", p_order_id=works(placed[0].id)[0].id)
    expect(tab.get_by_text("Something happened just now")).to_be_visible()
    tab.get_by_role("link", name="Show").click()
    expect(tab.locator("#timeline").get_by_text("Accepted at Berlin warehouse")).to_be_visible()


def test_everything_works_without_scripts(browser, signed_in, live_server, placed):
    cookies = signed_in("manager", "/orders").context.cookies()
    with browser.new_context(java_script_enabled=False) as context:
        context.add_cookies(cookies)
        tab = context.new_page()
        tab.goto(f"{live_server}/orders")
        tab.locator("tbody input[type=checkbox]").first.check()
        tab.get_by_role("button", name="Put on hold").click()
        expect(tab).to_have_url(re.compile("/orders/holds"))
        tab.get_by_role("button", name="Put on hold").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text("1 order is on hold")
        tab.goto(f"{live_server}/orders/{placed[0].number}")
        tab.locator(".page-actions summary").click()
        tab.get_by_role("link", name="Cancel order").click()
        tab.get_by_role("button", name="Cancel order").click()
        expect(tab.get_by_text("A refund is due")).to_be_visible()
    assert order_row(placed[0].id).state == "canceled"


@pytest.mark.parametrize(("width", "theme"), [(390, "dark"), pytest.param(1440, "light", marks=pytest.mark.slow)])
def test_orders_are_accessible_and_fit(browser, signed_in, placed, width, theme):
    call("orders.hold", p_order_id=placed[0].id, p_reason="fraud", p_note="two cards")
    call("orders.cancel", p_order_id=placed[1].id, p_reason="mistake")
    signed = signed_in("manager", "/orders")
    window = {"viewport": {"width": width, "height": 900}, "color_scheme": theme, "reduced_motion": "reduce"}
    with browser.new_context(bypass_csp=True, **window) as context:
        context.add_cookies(signed.context.cookies())
        tab = context.new_page()
        faults = []
        for path in ("", *(f"/{order.number}" for order in placed), f"/{placed[2].number}/cancellation/new"):
            tab.goto(signed.url + path)
            faults += faults_of(tab)
        assert faults == []
