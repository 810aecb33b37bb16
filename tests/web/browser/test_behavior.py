"""What the scripts do: keyboard, scanner, theme, menus, toasts. The `page` fixture fails on any violation of the policy."""

import pytest
from playwright.sync_api import expect

from tests.support.browser import press, scan

pytestmark = pytest.mark.browser


def test_the_keyboard_explains_itself(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.locator("h1").focus()
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_be_hidden()


def test_a_slash_leads_to_the_search_and_letters_in_it_are_letters(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.locator("h1").focus()
    tab.keyboard.press("/")
    expect(tab.get_by_role("searchbox")).to_be_focused()
    tab.keyboard.type("g?j")
    expect(tab.get_by_role("searchbox")).to_have_value("g?j")
    expect(tab.get_by_role("dialog")).to_be_hidden()


def test_j_and_k_walk_the_rows(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.locator("h1").focus()
    tab.keyboard.press("j")
    expect(tab.get_by_role("link", name="#10482")).to_be_focused()
    tab.keyboard.press("j")
    expect(tab.get_by_role("link", name="#10481")).to_be_focused()
    tab.keyboard.press("k")
    expect(tab.get_by_role("link", name="#10482")).to_be_focused()


def test_shortcuts_can_be_switched_off(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.locator("h1").focus()
    tab.keyboard.press("?")
    tab.get_by_role("switch", name="Use keyboard shortcuts on this device").uncheck()
    tab.keyboard.press("Escape")
    tab.locator("h1").focus()
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_be_hidden()


@pytest.fixture
def bench(signed_in):
    """A page that remembers what was scanned."""
    tab = signed_in("owner", "/styleguide")
    tab.evaluate("document.addEventListener('scan', (event) => (window.scanned = event.detail.code))")
    tab.locator("h1").focus()
    return tab


def test_a_scan_lands_in_no_field(bench):
    quantity = bench.get_by_role("spinbutton", name="Quantity")
    quantity.focus()
    scan(bench, "4006381333931")
    assert bench.evaluate("window.scanned") == "4006381333931"
    expect(quantity).to_have_value("2")


def test_a_scan_is_no_shortcut(bench):
    scan(bench, "?j/xg0?")
    bench.wait_for_timeout(200)  # a shortcut would have waited 35 ms for more
    assert bench.evaluate("window.scanned") == "?j/xg0?"
    expect(bench.get_by_role("dialog")).to_be_hidden()
    expect(bench.locator("h1")).to_be_focused()


def test_typing_by_hand_is_no_scan(bench):
    name = bench.get_by_role("textbox", name="Name")
    name.fill("")
    bench.keyboard.type("Bob Baker", delay=60)
    bench.keyboard.press("Tab")
    expect(name).to_have_value("Bob Baker")
    assert bench.evaluate("window.scanned") is None


def test_g_and_a_letter_go_somewhere(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.locator("h1").focus()
    press(tab, "gs")
    tab.wait_for_url("**/settings")


def test_the_theme_shows_at_once_and_is_remembered(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.get_by_title("Alice Adams").last.click()
    with tab.expect_response("**/account/theme"):
        tab.get_by_role("button", name="Dark").last.click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    tab.reload()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")


def test_menus_close_on_escape_and_beside(signed_in):
    tab = signed_in("owner", "/styleguide")
    item = tab.get_by_role("link", name="Print packing slip")
    tab.get_by_label("More", exact=True).first.click()
    expect(item).to_be_visible()
    tab.keyboard.press("Escape")
    expect(item).to_be_hidden()
    tab.get_by_label("More", exact=True).first.click()
    tab.locator("h1").click()
    expect(item).to_be_hidden()


def test_toasts_offer_to_undo_and_mistakes_stay(signed_in):
    tab = signed_in("owner", "/styleguide")
    tab.get_by_role("button", name="With undo").click()
    expect(tab.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    tab.get_by_role("button", name="What went wrong").click()
    wrong = tab.get_by_text("Not enough stock of MB-FOR-M")
    expect(wrong).to_be_visible()
    tab.get_by_role("button", name="Dismiss").last.click()
    expect(wrong).to_be_hidden()


def test_a_form_is_sent_once(signed_in, committed_db):
    tab = signed_in("owner", "/settings/tokens")
    tab.get_by_label("What it is for").fill("Web shop")
    tab.get_by_label("Read orders").check()
    tab.get_by_role("button", name="Make a token").dblclick()
    expect(tab.get_by_text("Copy it now")).to_be_visible()
    assert committed_db.value("select count(*) from auth.api_tokens") == 1


def test_mistakes_get_the_focus(page, live_server):
    page.goto(live_server + "/login")
    page.get_by_label("Password").fill("x")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_label("E-mail")).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_attribute("aria-invalid", "true")


def test_targets_are_big_enough(signed_in):
    tab = signed_in("owner", "/styleguide/tablet")
    small = tab.evaluate(
        """[...document.querySelectorAll('main :is(button, a, input, summary)')]
        .map((element) => [element.getBoundingClientRect(), element.outerHTML.slice(0, 80)])
        .filter(([box]) => box.width && (box.height < 48 || box.width < 48))
        .map(([box, html]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""
    )
    assert small == []
