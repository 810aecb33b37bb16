"""orders.cancel: what has not left is free again and no longer due."""

from datetime import timedelta
from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import (
    deliver,
    kit,
    line,
    location,
    order_row,
    payment,
    place_order,
    ship,
    stock,
    stocked,
    works,
)
from tests.support.tasks import later


def cancel(order_id: int, version: int | None = None) -> None:
    call("orders.cancel", p_order_id=order_id, p_reason="customer", p_version=version)


def money(order_id: int) -> tuple[int, ...]:
    found = row(
        "select p.due_minor, p.waived_minor, p.captured_minor, p.refunded_minor from payments.payables as p"
        " join orders.orders as o on o.payable_id = p.id where o.id = :id",
        id=order_id,
    )
    return tuple(found or ())


def test_it_frees_the_stock_and_ends_the_work(db: Any) -> None:
    placed = place_order()
    cancel(placed.id)

    canceled = order_row(placed.id)
    assert (canceled.state, canceled.fulfillment_status, canceled.cancel_reason) == ("canceled", "canceled", "customer")
    assert canceled.location_ids == placed.location_ids  # it stays visible where it was worked on
    assert [work.state for work in works(placed.id)] == ["canceled"]
    assert value("select sum(reserved) from inventory.levels") == 0
    assert value("select array_agg(what order by number) from orders.versions") == ["placed", "canceled"]


def test_it_leaves_a_refund_due_of_what_was_paid(db: Any) -> None:
    placed = place_order()
    cancel(placed.id)
    assert money(placed.id) == (1000, 1000, 1000, 0)
    assert order_row(placed.id).payment_status == "overpaid"

    call("orders.record_payment", p_order_id=placed.id, p_event=payment(1000, "refund"))
    assert order_row(placed.id).payment_status == "refunded"
    assert order_row(placed.id).state == "canceled"


def test_it_leaves_nothing_due_of_what_was_not_paid(db: Any) -> None:
    placed = place_order(payments=[])
    cancel(placed.id)
    assert order_row(placed.id).payment_status == "voided"


def test_it_cancels_the_rest_of_what_has_left_in_part(db: Any) -> None:
    here, there = location(), location()
    sku = stocked(here, 2)
    stock(sku, there, 1)
    vat = [{"name": "VAT 19%", "rate": "0.19", "amount_minor": 480}]
    placed = place_order(
        lines=[line(sku, 3, discount_minor=1, taxes=vat)],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 500}],
    )
    first, _second = works(placed.id)
    deliver(ship(first.id))

    cancel(placed.id)

    ended = order_row(placed.id)
    assert (ended.state, ended.fulfillment_status) == ("placed", "delivered")  # until the refund that is due
    assert money(placed.id)[1] == 1000  # one of three units at 10.00, of whose cent of discount two units keep one
    call("orders.record_payment", p_order_id=placed.id, p_event=payment(1000, "refund"))
    assert order_row(placed.id).state == "closed"


def test_of_a_part_of_a_kit_its_share_is_not_due(db: Any, assert_consistent: Any) -> None:
    here, there = location(), location()
    stock(stocked(here, 1, "CUP"), there, 2)
    placed = place_order(lines=[line(kit({"CUP": 3}).sku)])
    left = value("select quantity from fulfillment.lines order by id limit 1")
    ship(works(placed.id)[0].id)
    cancel(placed.id)
    assert money(placed.id)[1] == {1: 667, 2: 333}[left]
    assert_consistent()


def test_it_takes_its_holds_off(db: Any) -> None:
    placed = place_order(holds=[{"reason": "fraud"}, {"reason": "address"}])
    call("orders.unhold", p_order_id=placed.id, p_reason="address")
    later(minutes=5)
    cancel(placed.id)
    assert not order_row(placed.id).is_on_hold
    assert value("select max(released_at) - min(released_at) from orders.holds") == timedelta(minutes=5)


def test_it_refuses_what_the_person_did_not_see(db: Any) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        cancel(placed.id, placed.version - 1)
    assert (refused.value.code, refused.value.status) == ("OM409", 409)
    assert order_row(placed.id).state == "placed"


def test_it_refuses_what_is_over(db: Any) -> None:
    shipped = place_order()
    ship(works(shipped.id)[0].id)
    canceled = place_order()
    cancel(canceled.id)
    for placed in (shipped, canceled):
        with pytest.raises(DomainError) as refused:
            cancel(placed.id)
        assert (refused.value.code, refused.value.detail) == ("OM303", {"number": placed.number})
