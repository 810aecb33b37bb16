"""The levels of a SKU at a moment that has passed."""

import pytest

from tests.support import factories


@pytest.fixture
def busy(db, shelf):
    """In a winter long ago London got four, and ten more at noon; Leeds got seven."""
    db.value("select set_config('oms.now', '2020-01-01T08:00Z', true)")
    variant = factories.product("OLD")
    factories.stock("OLD", shelf.london, 4)
    factories.stock("OLD", shelf.leeds, 7)
    db.value("select set_config('oms.now', '2020-01-01T12:00Z', true)")
    factories.stock("OLD", shelf.london, 10)
    db.value("select set_config('oms.now', '', true)")
    return f"/stock/{variant.id}/past"


def test_it_shows_the_levels_of_that_time_on_the_readers_clock(alice, db, busy):
    assert ">14<" in alice.get(f"{busy}?at=2020-01-01T13:00").text  # in Berlin
    before = alice.get(f"{busy}?at=2020-01-01T12:59").text
    assert ">14<" not in before
    assert ">4<" in before


def test_it_begins_with_now(alice, busy):
    assert ">14<" in alice.get(busy).text


def test_it_shows_staff_their_own_location_alone(bob, busy):
    page = bob.get(busy).text
    assert "London" in page
    assert "Leeds" not in page


def test_it_says_when_nothing_is_known(alice, busy):
    assert "Nothing is known" in alice.get(f"{busy}?at=1999-01-01T00:00").text


@pytest.mark.parametrize("at", ["", "yesterday", "2999-01-05T00:00"])
def test_it_takes_only_a_moment_that_has_passed(alice, busy, at):
    assert alice.get(f"{busy}?at={at}").status_code == 422
