"""The sidebar: one entry is where one is, whoever serves the page."""

import re

import pytest


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("/orders", "Orders"),
        ("/orders/new", "Orders"),
        ("/quarantine", "Channels"),
        ("/imports", "Channels"),
        ("/stock", "Stock"),
        ("/products/new", "Products"),
    ],
)
def test_one_entry_is_where_one_is(log_in, address, label):
    sidebar = log_in("owner").get(address).text.partition("</nav>")[0]
    current = re.findall(r'aria-current="page"[^>]*>(.*?)</a>', sidebar, re.DOTALL)
    assert {re.sub(r"<[^>]*>", "", entry).strip() for entry in current} == {label}


def test_settings_are_none_of_them(log_in):
    sidebar = log_in("owner").get("/settings/taxes").text.partition("</nav>")[0]
    assert 'aria-current="page"' not in sidebar
