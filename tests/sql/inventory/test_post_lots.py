"""Lots are followed from the allocation to the customer and back."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def at(db):
    return factories.store()


@pytest.fixture
def milk(at):
    """Four that expire early, four late."""
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, LATE=(4, "2100-02-01"), EARLY=(4, "2100-01-01"))
    return variant


def test_what_is_shipped_is_known_by_lot(db, milk, assert_consistent):
    order = factories.place_order(lines=[factories.line(milk.sku, 6)])
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 4, 0), "LATE": (4, 2, 0)}
    factories.ship(factories.works(order.id)[0].id)
    assert factories.lot_levels(milk.id) == {"EARLY": (0, 0, 0), "LATE": (2, 0, 0)}
    kept = db.rows(
        "select t.code, x.quantity from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id"
    )
    assert sorted(map(tuple, kept)) == [("EARLY", 4), ("LATE", 2)]
    assert_consistent()


def test_what_is_canceled_is_free_again(db, milk, assert_consistent):
    order = factories.place_order(lines=[factories.line(milk.sku, 6)])
    db.call("orders.cancel", p_order_id=order.id, p_reason="customer")
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 0, 0), "LATE": (4, 0, 0)}
    assert_consistent()


def test_what_cannot_be_found_is_gone(db, milk, assert_consistent):
    order = factories.place_order(lines=[factories.line(milk.sku, 6)])
    line_id = db.value("select id from fulfillment.lines where order_id = :id", id=factories.works(order.id)[0].id)
    db.call("fulfillment.short", p_line_id=line_id, p_quantity=1)
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 4, 0), "LATE": (3, 1, 0)}
    assert_consistent()


def test_a_hand_over_that_is_undone_brings_its_lots_back(db, milk, at, assert_consistent):
    request_id = factories.place_order(lines=[factories.line(milk.sku, 5)]).request_id
    ids = [found.id for found in db.rows("select id from demand.allocations")]
    db.call("demand.consume", p_allocation_ids=ids, p_kind="collected")
    db.call("demand.deliver", p_allocation_ids=ids)
    db.call("demand.unconsume", p_allocation_ids=ids)
    assert request_id
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 4, 0), "LATE": (4, 1, 0)}


def test_what_comes_free_of_an_expired_lot_is_unavailable(db, milk):
    order = factories.place_order(lines=[factories.line(milk.sku, 3)])
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    db.call("orders.cancel", p_order_id=order.id, p_reason="customer")
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 0, 4), "LATE": (4, 0, 0)}
    assert db.value("select available from inventory.levels") == 4


def test_a_lot_has_no_more_than_it_has(db, milk, at):
    lot_id = db.value("select id from inventory.lots where code = 'LATE'")
    with pytest.raises(DomainError) as refused:
        db.call(
            "inventory.post_lots",
            p_changes=[{"lot_id": lot_id, "location_id": at, "on_hand": 0, "reserved": 5}],
        )
    assert refused.value.code == "lot_levels_within_on_hand"
