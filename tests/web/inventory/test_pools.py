"""Selling a SKU from a pool."""

import csv
import io

import pytest

from tests.support import factories


@pytest.fixture
def address(shelf):
    return f"{shelf.url}/pool"


def test_it_is_switched_on_and_off(alice, shelf, address, db, assert_consistent):
    assert "is sold from a pool now" in alice.post(address, data={"on": "1"}, follow_redirects=True).text
    factories.place_order(lines=[factories.line("MUG")], source_location_ids=[shelf.london])
    assert "6 units wait there" in alice.get(shelf.url).text
    assert "is sold without a pool now" in alice.post(address, follow_redirects=True).text
    assert "6 units" not in alice.get(shelf.url).text
    assert db.value("select sum(reserved) from inventory.levels") == 4
    assert_consistent()


def test_what_waits_in_a_pool_is_available_everywhere(alice, shelf, address):
    alice.post(address, data={"on": "1"})
    factories.place_order(lines=[factories.line("MUG")], source_location_ids=[shelf.london])
    assert ">6<" in alice.get(f"{shelf.in_london}/reservations").text
    rows = csv.DictReader(io.StringIO(alice.get("/stock/export").text.removeprefix("\ufeff")))
    assert [(row["reserved"], row["available"]) for row in rows] == [("4", "6"), ("0", "4")]


def test_it_is_for_those_who_keep_the_catalog(bob, address, shelf):
    assert "Sell from a pool" not in bob.get(shelf.url).text
    assert bob.post(address, data={"on": "1"}).status_code == 403
