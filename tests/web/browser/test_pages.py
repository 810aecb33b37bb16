"""Every page, as a browser and an accessibility checker see it: both themes, phone and desk, no wider than the window."""

import re

import pytest

from tests.support.browser import faults_of

pytestmark = pytest.mark.browser


def _addresses(app):
    """Pages of people that need nothing but their address; files to download have a dot in it, or are an export."""
    for rule in app.url_map.iter_rules():
        guarded = app.view_functions[rule.endpoint].guard
        is_page = rule.endpoint != "web.live" and not re.search(r"\.|/export$", rule.rule) and not rule.arguments
        if guarded.kind == "person" and "GET" in rule.methods and is_page:
            yield rule.rule


@pytest.fixture
def page(browser):
    """A tab that the checker may put its script into; the policy itself is tested by the ordinary tab."""
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def app_of_run(_app):
    return _app


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), pytest.param(1440, "dark", marks=pytest.mark.slow)])
def test_every_page_is_accessible_and_fits(app_of_run, signed_in, live_server, width, theme):
    tab = signed_in("owner", "/account")
    tab.emulate_media(color_scheme=theme)
    tab.set_viewport_size({"width": width, "height": 900})
    faults = []
    for address in _addresses(app_of_run):
        tab.goto(live_server + address)
        if not tab.evaluate("Boolean(document.doctype)"):
            continue  # a part of a page
        faults += faults_of(tab)
    assert faults == []
