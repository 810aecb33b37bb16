"""At the bench and at the counter, with a scanner and with gloves."""

import pytest
from playwright.sync_api import expect

from oms.pickup import codes
from tests.support import factories
from tests.support.browser import faults_of
from tests.support.server import SECRET_KEY

pytestmark = pytest.mark.browser

FINGER = 48  # CSS pixels


@pytest.fixture
def work(committed_db):
    """An order of two mugs and a bowl."""
    at = factories.location("BERLIN")
    factories.product("MUG", barcodes=["4006381333931"])
    factories.stock("MUG", at, 10)
    factories.stocked(at, 10, "BOWL-1")
    order = factories.place_order(lines=[factories.line("MUG", 2), factories.line("BOWL-1")])
    return factories.works(order.id)[0]


@pytest.fixture
def store(committed_db):
    """A store with two shelves and one pickup in each state."""
    at = factories.store("BERLIN")
    sku = factories.stocked(at, 30)
    for code in ("A1", "B2"):
        committed_db.call("pickup.save_shelf", p_location_id=at, p_code=code)
    works = {}
    for state in ("new", "picked", "ready", "owing", "returned"):
        terms = {"terms": "on_pickup", "payments": []} if state == "owing" else {}
        order = factories.place_pickup(at, lines=[factories.line(sku, 2)], **terms)
        works[state] = factories.works(order.id)[0]
    for state in ("picked", "ready", "owing", "returned"):
        factories.pick(works[state].id)
    for state in ("ready", "owing", "returned"):
        nonce = codes.new_nonce()
        code_hash = codes.hash_of(nonce, codes.code_of(SECRET_KEY, nonce))
        given = {"p_shelf": "A1", "p_nonce": nonce, "p_code_hash": code_hash}
        pickup_id = committed_db.call("pickup.stage", p_order_id=works[state].id, **given)
    committed_db.call("pickup.return_to_stock", p_pickup_id=pickup_id)
    return works


def scan(tab, code):
    """As fast as a scanner, however slow the machine that runs the test."""
    tab.evaluate(
        """(code) => {
            for (const key of [...code, "Enter"]) {
                document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            }
        }""",
        code,
    )


def picked(db):
    return db.value("select sum(picked) from fulfillment.lines")


def test_scans_that_follow_each_other_fast_all_count(signed_in, committed_db, work):
    tab = signed_in("owner", f"/fulfillment/{work.number}")
    for code in ("4006381333931", "BOWL-1", "4006381333931"):
        scan(tab, code)
    expect(tab.get_by_text("All picked. Put it in a box")).to_be_visible()
    assert picked(committed_db) == 3


def test_a_wrong_scan_is_red_and_said(signed_in, committed_db, work):
    tab = signed_in("owner", f"/fulfillment/{work.number}")
    answer = tab.locator("#scan-answer")
    answer.evaluate("node => (window.before = node)")
    scan(tab, "WRONG-9")
    expect(answer).to_have_attribute("data-tone", "bad")
    expect(answer).to_contain_text("WRONG-9 isn't part of this order")
    # A live region is read aloud only when it was there before its words.
    assert answer.evaluate("node => node === window.before && node.getAttribute('aria-live') === 'polite'")
    assert picked(committed_db) == 0


def test_a_wrong_tap_is_undone(signed_in, committed_db, work):
    tab = signed_in("owner", f"/fulfillment/{work.number}")
    tab.get_by_role("button", name="Pick one MUG").click()
    tab.locator("#scan-answer").get_by_role("button", name="Undo").click()
    expect(tab.locator("#scan-answer")).to_contain_text("put back")
    assert picked(committed_db) == 0


def test_what_a_colleague_picks_shows_by_itself(signed_in, committed_db, work):
    tab = signed_in("owner", f"/fulfillment/{work.number}")
    expect(tab.locator("#stream")).to_be_attached()
    committed_db.call("fulfillment.accept", p_order_id=work.id)
    expect(tab.get_by_role("button", name="Give back")).to_be_visible()


def test_it_goes_all_the_way_without_a_script(browser, signed_in, committed_db, work, live_server):
    cookies = signed_in("owner", "/account").context.cookies()
    with browser.new_context(java_script_enabled=False) as context:
        context.add_cookies(cookies)
        tab = context.new_page()
        tab.goto(f"{live_server}/fulfillment/{work.number}")
        tab.get_by_role("button", name="All 2").click()
        expect(tab.get_by_role("button", name="All 2")).to_be_hidden()
        tab.get_by_role("button", name="Pick one BOWL-1").click()
        tab.get_by_role("button", name="Packed").click()
        tab.get_by_role("button", name="Buy label").click()
        tab.get_by_role("button", name="Handed to the carrier").click()
        expect(tab.get_by_role("button", name="Handed to the carrier")).to_be_hidden()
    assert committed_db.value("select state from fulfillment.orders") == "shipped"


def test_a_new_pickup_shows_by_itself_and_counts(signed_in, committed_db, store):
    tab = signed_in("owner", "/pickup")
    expect(tab.locator("[data-alarm]")).to_have_attribute("data-alarm", "1")
    at = committed_db.value("select location_id from fulfillment.orders limit 1")
    factories.place_pickup(at)
    expect(tab.locator("[data-alarm]")).to_have_attribute("data-alarm", "2")


def test_the_scanner_finds_the_pickup_of_a_code(signed_in, committed_db, store):
    tab = signed_in("owner", "/pickup")
    work = store["ready"]
    nonce = committed_db.value("select nonce from pickup.pickups where fulfillment_order_id = :id", id=work.id)
    code = codes.code_of(SECRET_KEY, bytes(nonce))
    scan(tab, codes.qr_text(code))
    expect(tab.locator("h1")).to_contain_text(work.number)
    expect(tab.get_by_role("textbox", name="Code")).to_have_value(code)
    tab.get_by_role("button", name="Hand over").first.click()
    expect(tab.get_by_text(f"{work.number} is handed over.")).to_be_visible()
    tab.get_by_role("button", name="Undo").click()
    tab.wait_for_url(f"**/pickup/{work.number}")
    assert committed_db.value("select state from fulfillment.orders where id = :id", id=work.id) == "ready_for_pickup"


def test_the_sign_of_a_shelf_can_be_scanned(signed_in, committed_db, store):
    tab = signed_in("owner", f"/pickup/{store['picked'].number}")
    scan(tab, "SHELF-B2")
    expect(tab.get_by_text("stands on B2")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(768, 1024), (1024, 768), (390, 844)])
def test_everything_can_be_touched_with_gloves(signed_in, live_server, work, store, width, height):
    tab = signed_in("owner", "/pickup")
    tab.set_viewport_size({"width": width, "height": height})
    for address in ["/pickup", "/pickup/shelves", f"/fulfillment/{work.number}", *pages_of(store)]:
        tab.goto(live_server + address)
        assert too_small(tab) == [], address
        assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth"), address


def pages_of(store):
    return [f"/pickup/{work.number}" for work in store.values()]


def too_small(tab):
    return tab.evaluate(
        """(finger) => [...document.querySelectorAll("main :is(a, button, summary, select, input:not([type=hidden]))")]
            .map((target) => [target, (target.closest("label") ?? target).getBoundingClientRect()])
            .filter(([target, box]) => box.width > 1 && box.height > 1 && (box.height < finger - 0.5 || box.width < finger - 0.5))
            .map(([target, box]) => `${target.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`)""",
        FINGER,
    )


@pytest.mark.parametrize("theme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_every_state_is_accessible(browser, signed_in, committed_db, live_server, work, store, theme):
    cookies = signed_in("owner", "/account").context.cookies()
    with browser.new_context(bypass_csp=True, color_scheme=theme, reduced_motion="reduce") as context:
        context.add_cookies(cookies)
        tab = context.new_page()
        faults = []
        states = iter(bench_states(committed_db, work))
        for address in [*pages_of(store), *[f"/fulfillment/{work.number}"] * 5]:
            if address.startswith("/fulfillment"):
                next(states)
            tab.goto(live_server + address)
            faults += faults_of(tab)
    assert faults == []


def bench_states(db, work):
    """One state of a fulfillment order after the other."""
    yield
    factories.pick(work.id)
    yield
    package_id = db.call("fulfillment.pack", p_order_id=work.id)
    yield
    sent = {
        "p_carrier": "DHL",
        "p_service": "",
        "p_tracking_number": "T-1",
        "p_tracking_url": "https://example.com/T-1",
    }
    db.call("fulfillment.add_label", p_package_id=package_id, **sent)
    yield
    db.call("fulfillment.ship", p_order_id=work.id)
    yield
