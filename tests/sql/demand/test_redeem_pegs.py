"""demand.redeem_pegs: what has arrived for a promise is allocated."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days, line_of, promised, receive


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


def buckets(db, placed):
    return db.row(
        "select backordered, allocated, released from demand.lines where request_id = :id", id=placed.request_id
    )


def test_the_stock_is_its_own(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)])
    receive(delivery, 5)
    db.call("demand.redeem_pegs", p_request_id=placed.request_id)
    assert promised(placed) == [(3, in_days(7), "allocated")]
    assert buckets(db, placed) == (0, 0, 3)
    assert db.row("select on_hand, reserved, incoming from inventory.levels") == (5, 3, 0)
    db.call("fulfillment.plan", p_request_id=placed.request_id)
    assert_consistent()


def test_what_is_not_released_is_only_allocated(db, at):
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)], payments=[])
    receive(delivery, 5)
    db.call("demand.redeem_pegs", p_request_id=placed.request_id)
    assert buckets(db, placed) == (0, 3, 0)


def test_a_preorder_waits_for_its_day(db, at, assert_consistent):
    variant_id = db.value("select id from catalog.variants")
    db.call(
        "demand.set_backorder_terms", p_variant_id=variant_id, p_channel="", p_is_allowed=True, p_release_on=in_days(9)
    )
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)])
    assert promised(placed) == [(3, in_days(9), "pegged")]
    receive(delivery, 5)
    db.call("demand.redeem_pegs", p_request_id=placed.request_id)
    assert promised(placed) == [(3, in_days(9), "arrived")]
    assert buckets(db, placed) == (3, 0, 0)
    assert_consistent()
    db.call("demand.redeem_pegs", p_request_id=placed.request_id, p_before_release=True)
    assert buckets(db, placed) == (0, 0, 3)


def test_a_preorder_goes_on_its_day(db, at):
    variant_id = db.value("select id from catalog.variants")
    terms = {"p_variant_id": variant_id, "p_channel": "", "p_is_allowed": True, "p_release_on": in_days(9)}
    db.call("demand.set_backorder_terms", **terms)
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)])
    receive(delivery, 5)
    db.value("select set_config('oms.now', :noon, true)", noon=f"{in_days(9)}T12:00Z")
    db.call("demand.redeem_pegs", p_request_id=placed.request_id)
    assert buckets(db, placed) == (0, 0, 3)


def test_what_has_no_place_is_served_first(db, at):
    factories.stock("MUG", at, 2)
    delivery = expect(at, 7, MUG=3)
    placed = factories.place_order(lines=[factories.line("MUG", 5)])
    receive(delivery, 3)
    db.call("demand.deallocate", p_allocation_id=db.value("select id from demand.allocations"), p_quantity=2)
    db.call("demand.redeem_pegs", p_request_id=placed.request_id)
    assert buckets(db, placed) == (2, 0, 3)
    assert db.value("select unrouted from demand.lines") == 0


def test_what_arrived_for_a_canceled_order_is_available(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)])
    receive(delivery, 5)
    db.call("orders.cancel", p_order_id=placed.id, p_reason="customer")
    assert db.row("select on_hand, reserved from inventory.levels") == (5, 0)
    assert_consistent()


@pytest.fixture
def milk(db, at):
    """A preorder of two of three that have come, of a lot that expires first and one that never does."""
    variant = factories.tracked()
    terms = {"p_variant_id": variant.id, "p_channel": "", "p_is_allowed": True, "p_release_on": in_days(9)}
    db.call("demand.set_backorder_terms", **terms)
    delivery = expect(at, 7, **{variant.sku: 3})
    variant_order = factories.place_order(lines=[factories.line(variant.sku, 2)])
    lots = [{"code": "SOON", "quantity": 1, "expires_on": "2100-01-01"}, {"code": "KEEPS", "quantity": 2}]
    lines = [{"line_id": line_of(delivery).id, "quantity": 3, "lots": lots}]
    db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=lines)
    return variant, variant_order


def test_what_arrived_is_held_until_it_is_known_which(db, milk, assert_consistent):
    variant, placed = milk
    assert promised(placed) == [(2, in_days(9), "arrived")]
    assert db.row("select reserved, held, available from inventory.levels where is_tracked") == (2, 2, 1)
    assert factories.lot_levels(variant.id) == {"SOON": (1, 0, 0), "KEEPS": (2, 0, 0)}
    assert_consistent()


def test_it_gets_its_lots_when_it_may_be_sent(db, milk, assert_consistent):
    variant, placed = milk
    db.value("select set_config('oms.now', (db.now() + interval '10 days')::text, true)")
    db.call("fulfillment.retry_backorders", p_request_id=placed.request_id)
    assert promised(placed) == [(2, in_days(-1), "allocated")]
    assert factories.lot_levels(variant.id) == {"SOON": (1, 1, 0), "KEEPS": (2, 1, 0)}
    assert db.row("select reserved, held from inventory.levels where is_tracked") == (2, 0)
    assert_consistent()


def test_of_a_lot_recalled_meanwhile_it_gets_nothing(db, milk, assert_consistent):
    variant, placed = milk
    lot_id = db.value("select id from inventory.lots where code = 'KEEPS'")
    db.call("fulfillment.replace_lot", p_lot_id=lot_id, p_reason="Glass")
    db.value("select set_config('oms.now', (db.now() + interval '10 days')::text, true)")
    db.call("fulfillment.retry_backorders", p_request_id=placed.request_id)
    assert factories.lot_levels(variant.id) == {"SOON": (1, 1, 0), "KEEPS": (2, 0, 2)}
    assert buckets(db, placed) == (1, 0, 1)
    assert_consistent()


def test_what_arrived_for_nobody_is_free_again(db, milk, assert_consistent):
    variant, placed = milk
    db.call("orders.cancel", p_order_id=placed.id, p_reason="customer")
    assert factories.lot_levels(variant.id) == {"SOON": (1, 0, 0), "KEEPS": (2, 0, 0)}
    assert db.row("select reserved, held from inventory.levels where is_tracked") == (0, 0)
    assert_consistent()
