"""Promises are looked at again when what is expected changes."""

import pytest

from jobs.run import run_due
from oms.db import call
from tests.support import factories
from tests.support.incoming import expect, in_days, promised


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


@pytest.fixture
def work(app):
    def run():
        with app.app_context():
            run_due()

    return run


def order(quantity):
    return factories.place_order(lines=[factories.line("MUG", quantity)])


def test_a_new_delivery_is_promised_in_order(at, work, assert_consistent):
    first, second = order(3), order(3)
    expect(at, 7, MUG=4)
    work()
    assert promised(first) == [(3, in_days(7), "pegged")]
    assert promised(second) == [(1, in_days(7), "pegged")]
    assert_consistent()


def test_a_slip_moves_promises_to_an_earlier_delivery(at, work, assert_consistent):
    slow, other = expect(at, 7, MUG=5), expect(at, 9, MUG=5)
    placed = order(3)
    call("inventory.reschedule_incoming", p_incoming_id=slow, p_expected_on=in_days(20), p_reason="late")
    work()
    assert promised(placed) == [(3, in_days(9), "pegged")]
    call("inventory.close_incoming", p_incoming_id=other, p_reason="lost")
    work()
    assert promised(placed) == [(3, in_days(20), "pegged")]
    assert_consistent()


def test_a_release_date_moves_promises(db, at, work):
    expect(at, 7, MUG=5)
    placed = order(3)
    variant_id = db.value("select id from catalog.variants")
    terms = {"p_variant_id": variant_id, "p_channel": "", "p_is_allowed": True, "p_release_on": in_days(30)}
    call("demand.set_backorder_terms", **terms)
    work()
    assert promised(placed) == [(3, in_days(30), "pegged")]
