"""A profile is edited by keyboard, looked at and activated in a browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.support.factories import location
from tests.support.routing import default_id, version

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


def assert_accessible(tab):
    results = Axe().run(tab, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_criteria_are_dragged_and_moved_with_the_arrow_keys(signed_in, committed_db):
    location()
    tab = signed_in("manager", f"/settings/routing/profiles/{default_id()}/draft")
    criteria, grips = tab.locator(".criterion"), tab.locator("[data-grip]")
    expect(criteria).to_have_text(["first the fewest parcels", "then the shortest way", "then our order of preference"])
    start, end = grips.first.bounding_box(), grips.last.bounding_box()
    tab.mouse.move(start["x"] + 5, start["y"] + 5)
    tab.mouse.down()
    tab.mouse.move(end["x"] + 5, end["y"] + end["height"], steps=8)
    expect(tab.locator(".is-dragged")).to_have_count(1)
    tab.mouse.up()
    expect(criteria).to_have_text(["first the shortest way", "then our order of preference", "then the fewest parcels"])
    expect(grips.last).to_be_focused()
    grips.last.press("ArrowUp")
    expect(criteria).to_have_text(["first the shortest way", "then the fewest parcels", "then our order of preference"])
    expect(grips.nth(1)).to_be_focused()
    assert_accessible(tab)


def test_a_profile_is_reordered_by_keyboard_and_activated(signed_in, committed_db):
    location(line1="Main St 1", city="Berlin", hours={"mon": ["08:00", "18:00"]})
    tab = signed_in("manager", f"/settings/routing/profiles/{default_id()}/draft")
    tab.get_by_label("at most", exact=True).fill("2")
    tab.get_by_role("button", name="our order of preference: earlier").press("Enter")
    expect(tab.locator(".criterion").nth(1)).to_contain_text("our order of preference")
    expect(tab.get_by_role("button", name="our order of preference: earlier")).to_be_focused()
    expect(tab.get_by_label("at most", exact=True)).to_have_value("2")
    assert_accessible(tab)
    tab.get_by_role("button", name="Save the draft").last.click()
    expect(tab.get_by_text("At most 2 parcels.").first).to_be_visible()
    assert_accessible(tab)
    tab.get_by_role("button", name="Activate").click()
    expect(tab).to_have_url(re.compile(r"/settings/routing/profiles/\d+$"))
    assert version(default_id()).rules["criteria"] == ["fewest_splits", "priority", "nearest"]
