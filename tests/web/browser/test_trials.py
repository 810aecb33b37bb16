"""A manager tries other rules on the past, watches how it is worked out, and compares; in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from jobs.run import run_due
from tests.support import trials
from tests.support.factories import line, place_order, product, stock

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def tried(committed_db):
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    sku = product().sku
    stock(sku, near, 5), stock(sku, far, 5)
    place_order(lines=[line(sku)])
    return trials.version(trials.NEAREST)


def test_it_is_watched_to_the_end(signed_in, tried):
    tab = signed_in("manager", f"/settings/routing/what-if?version={tried}")
    tab.get_by_role("button", name="Try them on the past").click()
    expect(tab.get_by_role("status").get_by_text("0 of 1 decisions made anew")).to_be_visible()
    run_due()
    expect(tab.get_by_text("1 of 1 decisions would have been different")).to_be_visible()  # without a reload
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        results = Axe().run(tab, options=RULES)
        assert results.violations_count == 0, results.generate_report()
