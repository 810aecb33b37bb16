"""demand.atp: what can be promised from which day on."""

import pytest

from oms.db import Actor
from tests.support import factories
from tests.support.incoming import expect, in_days


@pytest.fixture
def mug(db):
    return factories.product("MUG")


@pytest.fixture
def at(db):
    return factories.location("HERE")


def atp(db, mug, **given):
    sql = "select day, quantity from demand.atp(:variant_id, :location_id)"
    steps = db.rows(sql, variant_id=mug.id, location_id=given.get("location_id"))
    return [(step.day, step.quantity) for step in steps]


def test_it_is_what_is_available_and_what_comes(db, mug, at):
    factories.stock("MUG", at, 4)
    expect(at, 7, MUG=10)
    expect(at, 9, MUG=5)
    assert atp(db, mug) == [(in_days(0), 4), (in_days(7), 14), (in_days(9), 19)]


def test_what_is_promised_is_not_promised_again(db, mug, at):
    factories.stock("MUG", at, 4)
    expect(at, 7, MUG=10)
    factories.place_order(lines=[factories.line("MUG", 7)])
    assert atp(db, mug) == [(in_days(0), 0), (in_days(7), 7)]
    factories.place_order(lines=[factories.line("MUG", 7)])
    assert atp(db, mug) == [(in_days(0), 0)]


def test_those_who_wait_without_a_promise_come_first(db, mug, at):
    elsewhere = factories.location("ELSEWHERE")
    factories.place_order(lines=[factories.line("MUG", 6)], source_location_ids=[elsewhere])
    expect(at, 7, MUG=10)
    assert atp(db, mug) == [(in_days(0), 0), (in_days(7), 4)]


def test_what_is_late_counts_from_tomorrow(db, mug, at):
    expect(at, -3, MUG=10)
    assert atp(db, mug) == [(in_days(0), 0), (in_days(1), 10)]


def test_it_is_told_for_each_location(db, mug, at):
    elsewhere = factories.location("ELSEWHERE")
    factories.stock("MUG", at, 4)
    expect(elsewhere, 7, MUG=10)
    assert atp(db, mug, location_id=at) == [(in_days(0), 4)]
    assert atp(db, mug, location_id=elsewhere) == [(in_days(0), 0), (in_days(7), 10)]
    with db.acting_as(Actor("person", 7, "Bob", (at,))):
        assert atp(db, mug) == [(in_days(0), 4)]


def test_it_is_nothing_where_nothing_is(db, mug):
    assert atp(db, mug) == [(in_days(0), 0)]
