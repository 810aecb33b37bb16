"""What is broken is found: by every promise, in all rows; and among what has changed, if and only if it has changed."""

from typing import Any

import pytest

from oms.reports.invariants import ask, ask_about, invariants
from tests.support import factories

BY_KEY = {name for name, invariant in invariants().items() if invariant.key}
LATER = str(2**62)  # a transaction after which nothing has changed

# What nobody may do, and nothing but these questions would notice. `sent` has left and is invoiced, `open` is being picked.
CORRUPTIONS = {
    "canceled_orders_hold_no_stock": "update orders.orders set state = 'canceled' where id = :open",
    "demand_equals_allocations": "update demand.allocations set quantity = quantity + 1 where variant_id = :variant",
    "every_step_is_in_the_history": "delete from history.events where type = 'order.placed' and subject_id = :sent",
    "held_equals_holds": "update inventory.levels set held = 1 where variant_id = :variant",
    "history_runs_forward": "update inventory.level_history set since = since - interval '1 day'"
    " where id = (select max(id) from inventory.level_history where variant_id = :variant)",
    "incoming_equals_what_is_under_way": "update inventory.levels set incoming = 1 where variant_id = :variant",
    "invoices_add_up": "update invoices.lines set tax_minor = tax_minor + 1"
    " where invoice_id in (select id from invoices.invoices where order_id = :sent)",
    "levels_equal_their_history": "update inventory.levels set safety = safety + 1 where variant_id = :variant",
    "a_serial_number_is_in_one_place": "with lot as (insert into inventory.lots (variant_id, code, is_serial, created_at)"
    " values (:variant, 'S1', true, db.now()) returning id), gone as (insert into inventory.transfer_lots"
    " (transfer_id, lot_id, variant_id, quantity, sent) select t.id, lot.id, :variant, 1, 1 from lot, inventory.transfers as t)"
    " insert into inventory.lot_levels (lot_id, variant_id, location_id, is_serial, on_hand)"
    " select id, :variant, 1, true, 1 from lot",
    "lots_of_transfers_equal_their_units": "insert into inventory.transfer_lots"
    " (transfer_id, lot_id, variant_id, quantity, sent, received) select id, 1, :variant, 1, 1, 1 from inventory.transfers",
    "lots_equal_their_levels": "update inventory.levels set is_tracked = true where variant_id = :variant",
    "money_equals_its_events": "update payments.payables set voided_minor = 0, captured_minor = captured_minor - 1"
    " where id = (select payable_id from orders.orders where id = :sent)",
    "nothing_is_invoiced_twice": "update invoices.lines set quantity = quantity + 1"
    " where invoice_id in (select id from invoices.invoices where order_id = :sent)",
    "nothing_is_pegged_twice": "insert into demand.pegs (line_id, incoming_line_id, variant_id, location_id, quantity,"
    " promised_on, first_promised_on, created_at) select id, 1, variant_id, 1, 1, db.today(), db.today(), db.now()"
    " from demand.lines where variant_id = :variant",
    "orders_add_up": "update orders.lines set unit_price_minor = unit_price_minor + 1 where order_id = :sent",
    "orders_want_what_they_sold": "update orders.components set per_unit = 2"
    " where line_id in (select id from orders.lines where order_id = :open)",
    "pickups_wait_where_they_are_ready": "update fulfillment.orders set state = 'ready_for_pickup'"
    " where request_id = (select request_id from orders.orders where id = :open)",
    "reserved_equals_promised": "update inventory.levels set reserved = reserved + 1 where variant_id = :variant",
    "statuses_follow_the_facts": "update orders.orders set payment_status = 'none' where id = :sent",
    "stock_equals_its_ledger": "update inventory.levels set on_hand = on_hand + 1 where variant_id = :variant",
    "taxes_add_up": "update orders.lines set tax_minor = tax_minor + 1 where order_id = :sent",
    "the_ledger_is_unbroken": "update inventory.movements set on_hand_after = on_hand_after + 1 where variant_id = :variant",
    "transfers_account_for_every_unit": "insert into inventory.transfer_lines (transfer_id, variant_id, quantity, sent)"
    " select id, :variant, 1, 1 from inventory.transfers",
    "whatever_left_has_a_movement": "update inventory.movements set quantity = quantity - 1"
    " where cause = 'request' and variant_id = :variant",
    "work_equals_allocations": "update fulfillment.lines set quantity = quantity + 1 where variant_id = :variant",
}


@pytest.fixture
def shop(db: Any) -> dict[str, int]:
    """A SKU, of which a unit has left the house and another is about to."""
    at, other = factories.location(), factories.location()
    sku = factories.stocked(at)
    sent, opened = (factories.place_order(lines=[factories.line(sku)]) for _ in range(2))
    work = factories.works(sent.id)[0]
    factories.ship(work.id)
    db.call("invoices.issue", p_fulfillment_order_id=work.id)
    db.call("inventory.create_transfer", p_source_id=at, p_destination_id=other)
    variant_id = db.value("select id from catalog.variants where sku = :sku", sku=sku)
    return {"sent": sent.id, "open": opened.id, "variant": variant_id}


def test_every_promise_with_a_key_is_tried():
    assert set(CORRUPTIONS) == BY_KEY


@pytest.mark.parametrize("name", sorted(BY_KEY))
def test_what_is_broken_is_found(db: Any, owner: Any, shop: dict[str, int], name: str) -> None:
    invariant = invariants()[name]
    started = db.value("select pg_current_xact_id()::text")
    assert ask(invariant) == ask_about(invariant, started) == []
    owner("set local session_replication_role = replica")
    owner(CORRUPTIONS[name], **{word: given for word, given in shop.items() if f":{word}" in CORRUPTIONS[name]})
    assert ask(invariant) != []
    assert sorted(ask_about(invariant, started), key=str) == sorted(ask(invariant), key=str)
    assert ask_about(invariant, LATER) == []
