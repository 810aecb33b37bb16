"""Promises that nobody waits for any more are given up when the transaction ends."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days, line_of, promised, receive


@pytest.mark.parametrize(("found", "early", "late"), [(2, 2, 1), (4, 1, 0)])
def test_stock_from_elsewhere_frees_the_latest_promise(db, assert_consistent, found, early, late):
    factories.product("MUG")
    at = factories.location("HERE")
    first, second = expect(at, 3, MUG=2), expect(at, 9, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 5)])
    assert promised(placed) == [(2, in_days(3), "pegged"), (3, in_days(9), "pegged")]
    factories.stock("MUG", at, found)
    db.call("fulfillment.retry_backorders", p_request_id=placed.request_id)
    left = [(quantity, in_days(days)) for quantity, days in ((early, 3), (late, 9)) if quantity]
    assert [(quantity, day) for quantity, day, _ in promised(placed)] == left
    assert (line_of(first).pegged, line_of(second).pegged) == (early, late)
    assert_consistent()


def test_a_preorder_that_is_taken_back_frees_what_has_arrived(db, assert_consistent):
    mug = factories.product("MUG")
    terms = {"p_variant_id": mug.id, "p_channel": "", "p_is_allowed": True, "p_release_on": in_days(30)}
    db.call("demand.set_backorder_terms", **terms)
    delivery = expect(factories.location("HERE"), 3, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 5)])
    receive(delivery, 3)
    line_id = db.value("select id from demand.lines")
    db.call("demand.cancel_unrouted", p_request_id=placed.request_id)
    assert promised(placed) == []
    assert db.value("select canceled from demand.lines where id = :id", id=line_id) == 5
    assert db.row("select on_hand, reserved from inventory.levels") == (3, 0)
    assert line_of(delivery).pegged == 0
    assert_consistent()


def test_what_is_promised_stays_while_enough_wait(db):
    factories.product("MUG")
    at = factories.location("HERE")
    factories.stock("MUG", at, 2)
    delivery = expect(at, 3, MUG=3)
    factories.place_order(lines=[factories.line("MUG", 5)])
    db.call("demand.deallocate", p_allocation_id=db.value("select id from demand.allocations"), p_quantity=2)
    db.call("demand.cancel_line", p_line_id=db.value("select id from demand.lines"), p_quantity=1)
    assert line_of(delivery).pegged == 3
