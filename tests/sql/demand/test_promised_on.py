"""demand.promised_on: the day everything that waits of a line is promised for."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


@pytest.mark.parametrize(("quantity", "days"), [(2, 7), (5, 14), (9, None)])
def test_it_is_the_day_of_the_last_unit(db, at, quantity, days):
    expect(at, 7, MUG=3)
    expect(at, 14, MUG=3)
    placed = factories.place_order(lines=[factories.line("MUG", quantity)])
    line_id = db.value("select id from demand.lines where request_id = :id", id=placed.request_id)
    assert db.call("demand.promised_on", p_line_id=line_id) == (days and in_days(days))


def test_nothing_is_promised_where_nothing_waits(db, at):
    factories.stock("MUG", at, 5)
    placed = factories.place_order(lines=[factories.line("MUG", 2)])
    line_id = db.value("select id from demand.lines where request_id = :id", id=placed.request_id)
    assert db.call("demand.promised_on", p_line_id=line_id) is None


def test_what_has_no_place_any_more_waits_too(db, at):
    factories.stock("MUG", at, 2)
    expect(at, 7, MUG=3)
    factories.place_order(lines=[factories.line("MUG", 5)])
    db.call("demand.deallocate", p_allocation_id=db.value("select id from demand.allocations"), p_quantity=2)
    assert db.call("demand.promised_on", p_line_id=db.value("select id from demand.lines")) is None
