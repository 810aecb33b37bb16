"""Ways in, in a browser: an order by phone, a file, a repair; with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from jobs.run import run_due
from oms.db import call, value
from tests.support.browser import faults_of, scan
from tests.support.channels import channel, incoming, sold
from tests.support.factories import order_row, product
from tests.support.shopify import export, export_row

pytestmark = pytest.mark.browser


@pytest.fixture
def shop(committed_db):
    channel("phone", "phone", name="Phone")
    channel(name="Web shop")
    sold("MUG")
    product("CUP", barcodes=["4006381333931"])


def _without_scripts(tab, live_server):
    """The same person in a browser whose scripts are off."""
    context = tab.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(tab.context.cookies(live_server))
    return context.new_page()


def test_it_takes_an_order_by_phone(signed_in, shop):
    tab = signed_in("service", "/orders/new")
    search = tab.get_by_label("Add a product")
    search.fill("product m")
    tab.locator("#product_hits .hit").click()
    expect(search).to_have_value("")
    expect(search).to_be_focused()
    scan(tab, "4006381333931")
    expect(tab.locator(".order-lines > li")).to_have_count(2)
    expect(tab.locator("#order_summary")).to_contain_text("Not enough CUP")
    tab.get_by_label("Quantity").first.fill("3")
    tab.get_by_label("Quantity").first.blur()
    expect(tab.locator("#order_summary .total").last).to_have_text("€40.00")
    tab.get_by_role("button", name="Place order").click()
    expect(tab.get_by_text("Who is it for?")).to_be_visible()
    tab.get_by_label("Name").fill("Dora Buys")
    tab.get_by_label("Street and number").fill("Hauptstr. 1")
    tab.get_by_label("Postal code").fill("10115")
    tab.get_by_label("City").fill("Berlin")
    tab.get_by_role("button", name="Place order").click()
    expect(tab).to_have_url(re.compile(r"/orders/\d+$"))
    assert value("select total_minor from orders.orders") == 4000


def test_what_is_asked_while_an_answer_is_on_its_way_is_not_lost(signed_in, shop):
    tab = signed_in("service", "/orders/new")
    late = []
    tab.route("**/orders/new/summary", lambda route: late.append((route, route.fetch())), times=1)
    with tab.expect_request("**/orders/new/summary"):
        tab.get_by_label("Name").fill("Dora Buys")
        tab.get_by_label("Name").blur()
    scan(tab, "4006381333931")
    scan(tab, "4006381333931")
    tab.wait_for_timeout(500)  # time enough for both, if they do not wait for what was asked before them
    for route, answer in late:
        route.fulfill(response=answer)
    expect(tab.get_by_label("Quantity")).to_have_value("2")
    expect(tab.locator("#order_summary .total").last).to_have_text("€20.00")
    expect(tab.get_by_label("Name")).to_have_value("Dora Buys")


def test_it_changes_the_form_with_the_country_and_the_delivery_and_keeps_the_rest(signed_in, shop):
    tab = signed_in("service", "/orders/new")
    tab.get_by_label("Name").fill("Dora Buys")
    tab.get_by_label("Country").select_option("KE")
    expect(tab.locator("label[for=postal_code] .optional")).to_be_visible()
    tab.get_by_text("Pick up at a store").click()
    expect(tab.get_by_text("No store offers pickup yet.")).to_be_visible()
    expect(tab.get_by_label("Name")).to_have_value("Dora Buys")


def test_it_takes_an_order_by_phone_without_scripts(signed_in, shop, live_server):
    tab = _without_scripts(signed_in("service", "/orders"), live_server)
    tab.goto(f"{live_server}/orders/new")
    tab.get_by_label("Add a product").fill("mug")
    tab.keyboard.press("Enter")
    expect(tab.locator(".order-lines > li")).to_have_count(1)
    for label, typed in {"Name": "Dora", "Street and number": "x 1", "Postal code": "1", "City": "B"}.items():
        tab.get_by_label(label).fill(typed)
    tab.get_by_role("button", name="Place order").click()
    expect(tab).to_have_url(re.compile(r"/orders/\d+$"))
    tab.context.close()


def test_it_repairs_an_order_that_came_broken(signed_in, shop):
    kept = call("channels.place", p_channel="shop", p_order=incoming("THEIRS", name="#77"))
    tab = signed_in("service", "/quarantine")
    tab.get_by_role("link", name="#77").click()
    sku = tab.get_by_label("SKU", exact=True)
    expect(sku).to_have_attribute("aria-invalid", "true")
    sku.fill("mu")
    expect(tab.locator("#skus option[value=MUG]")).to_have_count(1)
    sku.fill("MUG")
    tab.get_by_role("button", name="Save and try again").click()
    expect(tab).to_have_url(re.compile(r"/orders/\d+$"))
    assert value("select state from channels.quarantine where id = :id", id=kept["quarantine_id"]) == "resolved"


def test_it_shows_how_far_a_file_is(signed_in, shop):
    tab = signed_in("service", "/imports")
    tab.get_by_label("File", exact=True).set_input_files(
        {"name": "orders.csv", "mimeType": "text/csv", "buffer": export([export_row(Id="1")])}
    )
    tab.get_by_role("button", name="Look through it").click()
    expect(tab.get_by_role("progressbar")).to_be_visible()
    run_due()
    tab.get_by_role("button", name="Place 1 order").click()
    expect(tab.get_by_text("Placing")).to_be_visible()
    run_due()
    expect(tab.get_by_text("Done")).to_be_visible()
    assert order_row(value("select id from orders.orders")).external_id == "1"


def test_it_shows_a_delivery_the_moment_it_arrives(signed_in, shop):
    tab = signed_in("manager", "/channels/shop")
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="orders/create", p_body="{}")
    expect(tab.get_by_text("orders/create")).to_be_visible()


@pytest.fixture
def page(browser):
    """A tab that the checker may put its script into."""
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize(("width", "theme"), [pytest.param(390, "dark", marks=pytest.mark.slow), (1024, "light")])
def test_its_pages_are_accessible_and_fit_when_there_is_something_on_them(signed_in, live_server, shop, width, theme):
    call("channels.place", p_channel="shop", p_order=incoming("THEIRS", ship_to=None, stated_total_minor=5))
    for name, content in (("good.csv", export([export_row(Id="1", Total="3.00")])), ("bad.csv", b"x")):
        call("channels.create_import", p_channel="shop", p_file_name=name, p_content=content)
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="orders/paid", p_body="{}")
    run_due()
    tab = signed_in("owner", "/account")
    tab.emulate_media(color_scheme=theme)
    tab.set_viewport_size({"width": width, "height": 900})
    faults = []
    for address in ("/orders/new", "/channels", "/channels/shop", "/channels/shop/settings", "/quarantine", "/quarantine/1",
                    "/imports", "/imports/1", "/imports/2"):  # fmt: skip
        tab.goto(live_server + address)
        if address == "/orders/new":
            tab.get_by_label("Add a product").fill("mug")
            tab.locator("#product_hits .hit").first.click()
            expect(tab.locator(".order-lines > li")).to_have_count(1)
        faults += faults_of(tab)
    assert faults == []
