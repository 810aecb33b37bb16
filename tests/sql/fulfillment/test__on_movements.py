"""Stock that comes in wakes whoever waits for it, without waiting for the clock."""

import pytest

from tests.support import factories


def woken(db):
    return db.value("select count(*) from tasks.tasks where kind = 'fulfillment.backorders'")


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


def test_who_waits_is_looked_for(db, at):
    factories.place_order(lines=[factories.line("MUG", 2)])
    factories.stock("MUG", at, 5)
    assert woken(db) == 1


def test_nobody_is_looked_for_where_nobody_waits(db, at):
    factories.stock("MUG", at, 5)
    assert woken(db) == 0
