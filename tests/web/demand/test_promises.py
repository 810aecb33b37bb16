"""Who a delivery is promised to, what can be promised of a SKU, and on which terms beyond its stock."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days, receive


@pytest.fixture
def delivery(shelf):
    return expect(shelf.london, 7, MUG=24)


@pytest.fixture
def waiting(shelf, delivery):
    return factories.place_order(lines=[factories.line("MUG", 20)], source_location_ids=[shelf.london])


def test_it_names_the_orders_in_order_of_promise(alice, delivery, waiting):
    page = alice.get(f"/stock/incoming/{delivery}/promises").text
    assert f"/orders/{waiting.number}" in page
    assert "Waits" in page


def test_a_slip_shows_what_was_promised_first(db, alice, delivery, waiting):
    moved = {"p_incoming_id": delivery, "p_expected_on": in_days(12), "p_reason": "late"}
    db.call("inventory.reschedule_incoming", **moved)
    page = alice.get(f"/stock/incoming/{delivery}/promises").text
    assert in_days(12).isoformat() in page
    assert in_days(7).isoformat() in page


def test_what_has_arrived_is_told(alice, delivery, waiting):
    receive(delivery, 24)
    assert "Here for it" in alice.get(f"/stock/incoming/{delivery}/promises").text


def test_it_is_the_parts_of_their_pages(alice, shelf, delivery):
    promises, outlook = f"/stock/incoming/{delivery}/promises", f"{shelf.url}/outlook"
    assert promises in alice.get(f"/stock/incoming/{delivery}").text
    assert outlook in alice.get(shelf.url).text
    assert alice.get(promises, htmx=True).text.lstrip().startswith('<div id="promises"')
    assert alice.get(outlook, htmx=True).text.lstrip().startswith('<div class="stack" id="outlook"')


def test_what_can_be_promised_is_told_by_day(alice, shelf, delivery):
    page = alice.get(f"{shelf.url}/outlook").text
    assert in_days(7).isoformat() in page
    assert f"/stock/incoming/{delivery}" in page
    assert in_days(7).isoformat() not in facts(alice.get(f"{shelf.url}/outlook?location={shelf.leeds}").text)


def facts(page):
    return page.partition('<dl class="facts')[2].partition("</dl>")[0]


def test_who_waits_knows_the_day(alice, shelf, waiting):
    assert "promised for" in alice.get(f"{shelf.url}/waiting").text


def test_the_terms_are_set_and_shown(db, alice, shelf):
    given = {"channel": "", "policy": "allowed", "most": "10", "release_on": in_days(30).isoformat()}
    answer = alice.post(f"{shelf.url}/backorder-terms", data=given)
    assert (answer.status_code, answer.location) == (303, shelf.url)
    assert db.row("select is_allowed, most, release_on from demand.backorder_terms") == (True, 10, in_days(30))
    outlook = alice.get(f"{shelf.url}/outlook").text
    assert "up to 10 may wait" in outlook
    assert "Every channel" in outlook
    assert 'value="10"' in alice.get(f"{shelf.url}/backorder-terms").text
    alice.post(f"{shelf.url}/backorder-terms", data={"channel": "", "policy": "channel"})
    assert db.rows("select from demand.backorder_terms") == []


@pytest.mark.parametrize("given", [{"most": "0"}, {"most": "x"}, {"policy": "?"}, {"channel": "?"}])
def test_it_says_what_is_wrong(alice, shelf, given):
    answer = alice.post(f"{shelf.url}/backorder-terms", data={"channel": "", "policy": "allowed", **given})
    assert answer.status_code == 422


def test_it_is_for_those_who_work_there(charlie, bob, shelf, delivery):
    assert charlie.get(f"/stock/incoming/{delivery}/promises").status_code == 404
    assert bob.post(f"{shelf.url}/backorder-terms", data={}).status_code == 403
