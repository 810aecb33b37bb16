"""fulfillment.waiting_requests: who could go on now."""

from datetime import timedelta

import pytest

from tests.support import factories


def waiting(db):
    return db.call("fulfillment.waiting_requests")


def later(db):
    """An hour passes; a test's transaction has one clock."""
    db.value("select set_config('oms.now', (db.now() + :hour)::text, true)", hour=timedelta(hours=1))


@pytest.fixture
def backorder(db):
    """An order for three of which one was there."""
    at = factories.location("HERE")
    sku = factories.stocked(at, quantity=1)
    return at, sku, factories.place_order(lines=[factories.line(sku, 3)], source_location_ids=[at])


def test_it_names_nobody_while_there_is_nothing(db, backorder):
    assert waiting(db) == []


def test_it_names_who_can_be_served(db, backorder):
    at, sku, order = backorder
    factories.stock(sku, at, 1)
    assert waiting(db) == [order.request_id]


def test_it_counts_only_locations_that_may_serve(db, backorder):
    _, sku, _ = backorder
    factories.stock(sku, factories.location("FOREIGN"), 5)
    assert waiting(db) == []


def test_it_names_no_canceled_request(db, backorder):
    at, sku, order = backorder
    db.call("orders.cancel", p_order_id=order.id, p_reason="test")
    factories.stock(sku, at, 5)
    assert waiting(db) == []


def test_a_pickup_waits_for_its_own_store(db):
    store, other = factories.store(), factories.store()
    sku = factories.stocked(other)
    order = factories.place_pickup(store, lines=[factories.line(sku)])
    assert waiting(db) == []
    factories.stock(sku, store, 1)
    assert waiting(db) == [order.request_id]


def test_a_location_that_refused_counts_again_when_stock_comes_in(db, work):
    db.call("fulfillment.reject", p_order_id=work.id, p_reason="no time")
    assert waiting(db) == []
    later(db)
    factories.stock("MUG", work.location_id, 1)
    assert waiting(db) == [work.row.request_id]
    assert db.call("fulfillment.retry_backorders", p_request_id=work.row.request_id) is True


def test_it_serves_the_oldest_first(db):
    at = factories.location()
    sku = factories.stocked(at, quantity=1)
    first, second = (factories.place_order(lines=[factories.line(sku, 3)]) for _ in range(2))
    factories.stock(sku, at, 9)
    assert db.call("fulfillment.waiting_requests", p_limit=1) == [first.request_id]
    assert waiting(db) == [first.request_id, second.request_id]
