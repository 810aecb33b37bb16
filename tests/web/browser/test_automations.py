"""An automation is built in a browser, row by row, tried on the past, and kept."""

import re

import pytest
from playwright.sync_api import expect

from oms.db import value
from tests.support.browser import faults_of
from tests.support.factories import line, location, place_order, stocked

pytestmark = pytest.mark.browser


def build(tab):
    tab.get_by_label("Name").fill("Big orders")
    tab.get_by_role("button", name="Add a condition").click()
    condition = tab.get_by_role("group", name="Condition 1")
    condition.get_by_role("combobox").first.select_option("total above")
    condition.get_by_label("Value of condition 1").fill("15")
    action = tab.get_by_role("group", name="Action 1")
    person, words = action.get_by_label("Person of action 1"), action.get_by_label("Words of action 1")
    for choice, asks in (("tell", (True, True)), ("prioritize", (False, False)), ("hold fraud", (False, True))):
        action.get_by_role("combobox").first.select_option(choice)
        expect(person).to_be_visible(visible=asks[0])
        expect(words).to_be_visible(visible=asks[1])
    tab.get_by_role("button", name="Try on the last 30 days").click()
    expect(tab.get_by_text("It would have matched 1 order")).to_be_visible()
    expect(tab.get_by_label("Name")).to_have_value("Big orders")


@pytest.fixture
def placed(committed_db):
    sku = stocked(location(), 20)
    return [place_order(lines=[line(sku, quantity)]) for quantity in (1, 2)]


def test_it_is_built_tried_and_kept(signed_in, placed):
    tab = signed_in("manager", "/settings/automations/new")
    build(tab)
    assert faults_of(tab) == []
    tab.get_by_role("button", name="Save").last.click()
    expect(tab).to_have_url(re.compile(r"/settings/automations$"))
    expect(tab.get_by_text("its total is over €15.00", exact=False)).to_be_visible()
    assert value("select count(*) from automations.rules where is_active") == 1
