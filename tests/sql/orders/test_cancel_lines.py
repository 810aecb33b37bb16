"""orders.cancel_lines: some units of some lines, with what becomes of the goods, the money and the customer."""

from typing import Any

import pytest
from sqlalchemy import Row

from oms.db import DomainError, call, row, rows, value
from tests.support.factories import (
    deliver,
    line,
    location,
    order_row,
    payment,
    pick,
    place_order,
    product,
    ship,
    stock,
    stocked,
    store,
    works,
)

VAT = [{"name": "VAT 19%", "rate": "0.19", "amount_minor": 479}]


@pytest.fixture
def placed(db: Any) -> Row[Any]:
    """Three mugs and two bowls, and a parcel for 5.00."""
    at = location()
    return place_order(
        lines=[line(stocked(at, 10, "MUG"), 3, taxes=VAT), line(stocked(at, 10, "BOWL"), 2)],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 500}],
    )


def cancel(order_id: int, *units: int, **choices: bool) -> None:
    """So many units of each line, by its position."""
    ids = [found.id for found in lines_of(order_id)]
    chosen = [{"line_id": line_id, "quantity": quantity} for line_id, quantity in zip(ids, units, strict=False)]
    call("orders.cancel_lines", p_order_id=order_id, p_lines=chosen, p_reason="customer", **choices)


def lines_of(order_id: int) -> list[Row[Any]]:
    return rows(
        "select l.id, d.canceled, d.released, d.backordered from orders.lines as l"
        " join orders.components as c on c.line_id = l.id"
        " join demand.lines as d on d.id = c.demand_line_id where l.order_id = :id order by l.position",
        id=order_id,
    )


def level(sku: str) -> Row[Any]:
    found = row(
        "select l.on_hand, l.reserved, l.unavailable from inventory.levels as l"
        " join catalog.variants as v on v.id = l.variant_id where v.sku = :sku",
        sku=sku,
    )
    assert found is not None
    return found


def waived(order_id: int) -> int:
    return int(value("select waived_minor from payments.payables where reference = :n", n=order_row(order_id).number))


def test_it_cancels_those_units_and_no_others(placed: Any, assert_consistent: Any) -> None:
    cancel(placed.id, 1, 2)
    assert [(found.canceled, found.released) for found in lines_of(placed.id)] == [(1, 2), (2, 0)]
    assert (level("MUG").reserved, level("BOWL").reserved) == (2, 0)
    assert waived(placed.id) == 3000  # the parcel stays due
    assert order_row(placed.id).payment_status == "overpaid"
    assert [work.state for work in works(placed.id)] == ["released"]
    assert_consistent()


def test_all_that_is_open_is_the_whole_order(placed: Any, assert_consistent: Any) -> None:
    cancel(placed.id, 3, 2)
    assert order_row(placed.id).state == "canceled"
    assert order_row(placed.id).cancel_reason == "customer"
    assert waived(placed.id) == 5500
    assert_consistent()


def test_a_kit_is_canceled_with_its_components(db: Any, assert_consistent: Any) -> None:
    at = location()
    components = {stocked(at, 10, "CUP"): 2, stocked(at, 10, "PLATE"): 1}
    product("SET", kind="kit", components=[{"sku": sku, "quantity": n} for sku, n in components.items()])
    placed = place_order(lines=[line("SET", 3)])
    line_id = value("select id from orders.lines")
    chosen = [{"line_id": line_id, "quantity": 1}]
    call("orders.cancel_lines", p_order_id=placed.id, p_lines=chosen, p_reason="customer")
    assert (level("CUP").reserved, level("PLATE").reserved) == (4, 2)
    assert waived(placed.id) == 1000
    assert_consistent()


def test_it_takes_what_waits_before_what_is_reserved(db: Any, assert_consistent: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 2, "MUG"), 5)])
    cancel(placed.id, 4)
    (left,) = lines_of(placed.id)
    assert (left.canceled, left.backordered, left.released) == (4, 0, 1)
    assert_consistent()


def test_it_takes_from_the_work_that_has_come_least_far(db: Any, assert_consistent: Any) -> None:
    here, there = location(), location()
    stock(stocked(here, 2, "MUG"), there, 2)
    placed = place_order(lines=[line("MUG", 4)])
    first, _second = works(placed.id)
    pick(first.id)
    cancel(placed.id, 2)
    assert [work.state for work in works(placed.id)] == ["picked", "canceled"]
    assert_consistent()


@pytest.mark.parametrize(("restocks", "aside"), [(True, 0), (False, 1)])
def test_what_was_picked_goes_back_or_is_set_aside(
    placed: Any, *, restocks: bool, aside: int, assert_consistent: Any
) -> None:
    (work,) = works(placed.id)
    pick(work.id)
    cancel(placed.id, 1, p_restocks=restocks)
    assert (level("MUG").on_hand, level("MUG").reserved, level("MUG").unavailable) == (10, 2, aside)
    assert works(placed.id)[0].state == "picked"
    assert_consistent()


def test_what_was_picked_of_a_whole_order_is_set_aside_too(placed: Any, assert_consistent: Any) -> None:
    pick(works(placed.id)[0].id)
    call("orders.cancel", p_order_id=placed.id, p_reason="customer", p_restocks=False)
    assert (level("MUG").unavailable, level("BOWL").unavailable) == (3, 2)
    assert value("select count(*) from history.events where type = 'stock.set_aside'") == 2
    assert_consistent()


def test_what_is_packed_is_packed_anew(placed: Any, assert_consistent: Any) -> None:
    (work,) = works(placed.id)
    pick(work.id)
    call("fulfillment.pack", p_order_id=work.id)
    cancel(placed.id, 0, 1)
    assert works(placed.id)[0].state == "picked"
    assert value("select state from fulfillment.packages") == "voided"
    assert_consistent()


def test_work_that_is_done_but_for_what_was_canceled_is_picked(placed: Any, assert_consistent: Any) -> None:
    mugs = row("select id from fulfillment.lines order by id limit 1")
    assert mugs is not None
    call("fulfillment.pick", p_line_id=mugs.id, p_quantity=3)
    cancel(placed.id, 0, 2)
    assert works(placed.id)[0].state == "picked"
    assert_consistent()


def test_it_is_told_in_the_order_of_the_lines(db: Any) -> None:
    at = location()
    placed = place_order(lines=[line(stocked(at), 2) for _ in range(6)])
    chosen = [{"line_id": found.id, "quantity": 1} for found in reversed(lines_of(placed.id))]
    call("orders.cancel_lines", p_order_id=placed.id, p_lines=chosen, p_reason="customer")
    told = value("select data -> 'lines' from history.events where type = 'order.lines_canceled'")
    assert [one["line_id"] for one in told] == [one["line_id"] for one in reversed(chosen)]


def test_it_asks_for_the_refund_once(placed: Any) -> None:
    cancel(placed.id, 1, p_refunds=True)
    cancel(placed.id, 1, p_refunds=True)
    cancel(placed.id, 1, p_refunds=False)
    asked = rows(
        "select amount_minor, gateway_reference from payments.events where kind = 'refund' and outcome = 'requested' order by id"
    )
    assert asked == [(1000, f"refund-{placed.number}-{times}") for times in (1, 2)]
    assert value("select refunded_minor from payments.payables") == 0  # no money has moved


def test_what_was_given_back_is_not_asked_for_again(placed: Any) -> None:
    cancel(placed.id, 1, p_refunds=True)
    call("orders.record_payment", p_order_id=placed.id, p_event=payment(1000, "refund"))
    cancel(placed.id, 1, p_refunds=True)
    asked = rows("select amount_minor from payments.events where outcome = 'requested' order by id")
    assert asked == [(1000,), (1000,)]


def test_it_asks_who_took_the_money_last(db: Any) -> None:
    taken = [payment(1000, gateway="card"), payment(1000, gateway="wallet")]
    placed = place_order(lines=[line(stocked(location(), 5), 2)], payments=taken)
    cancel(placed.id, 1, p_refunds=True)
    assert value("select gateway from payments.events where outcome = 'requested'") == "wallet"


def test_nothing_is_asked_for_where_nothing_was_paid(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5), 2)], payments=[], terms="invoice")
    cancel(placed.id, 1, p_refunds=True)
    assert value("select count(*) from payments.events") == 0


@pytest.mark.parametrize(("notifies", "mails"), [(True, 1), (False, 0)])
def test_the_customer_is_told_or_not(placed: Any, *, notifies: bool, mails: int) -> None:
    cancel(placed.id, 1, p_notifies=notifies)
    assert value("select count(*) from notifications.messages where kind = 'order.lines_canceled'") == mails


def test_it_says_what_was_canceled_and_why(placed: Any) -> None:
    cancel(placed.id, 1, 1, p_refunds=True)
    data = value("select data from history.events where type = 'order.lines_canceled'")
    assert [(found["sku"], found["quantity"]) for found in data["lines"]] == [("MUG", 1), ("BOWL", 1)]
    kept = rows("select what from orders.versions order by number")
    assert kept == [("placed",), ("lines_canceled",)]
    assert (data["reason"], data["restocks"], data["refunds"], data["notifies"]) == ("customer", True, True, True)


def test_it_refuses_more_than_is_open(db: Any) -> None:
    here, there = location(), location()
    stock(stocked(here, 2, "MUG"), there, 2)
    placed = place_order(lines=[line("MUG", 4)])
    ship(works(placed.id)[0].id)
    for units in (3, -1):
        with pytest.raises(DomainError) as refused:
            cancel(placed.id, units)
        assert (refused.value.code, refused.value.detail["open"]) == ("OM313", 2)


def test_it_refuses_what_was_canceled_before(placed: Any) -> None:
    cancel(placed.id, 2)
    with pytest.raises(DomainError) as refused:
        cancel(placed.id, 2)
    assert (refused.value.code, refused.value.detail["open"]) == ("OM313", 1)


@pytest.mark.parametrize(("is_tax_included", "worth"), [(True, 1000), (False, 1160)])
def test_taxes_that_came_on_top_are_not_due_either(db: Any, *, is_tax_included: bool, worth: int) -> None:
    placed = place_order(lines=[line(stocked(location()), 3, taxes=VAT)], tax_included=is_tax_included)
    cancel(placed.id, 1)
    assert waived(placed.id) == worth


def test_what_is_left_ends_the_order(db: Any, assert_consistent: Any) -> None:
    placed = place_order(lines=[line(stocked(location()), 3)], payments=[], terms="invoice")
    cancel(placed.id, 1)
    package_id = ship(works(placed.id)[0].id)
    assert order_row(placed.id).fulfillment_status == "fulfilled"
    assert order_row(placed.id).closed_at is not None
    deliver(package_id)
    assert order_row(placed.id).fulfillment_status == "delivered"
    assert_consistent()


def test_it_refuses_nothing_and_lines_of_others(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        cancel(placed.id, 0, 0)
    assert refused.value.code == "OM312"
    other = lines_of(place_order().id)[0]
    chosen = [{"line_id": other.id, "quantity": 1}]
    with pytest.raises(DomainError) as refused:
        call("orders.cancel_lines", p_order_id=placed.id, p_lines=chosen, p_reason="customer")
    assert refused.value.code == "OM313"


def test_it_refuses_a_part_of_what_waits_on_a_shelf(db: Any) -> None:
    at = store()
    placed = place_order(lines=[line(stocked(at, 5), 2)], delivery={"method": "pickup", "location_id": at})
    (work,) = works(placed.id)
    pick(work.id)
    call("pickup.save_shelf", p_location_id=at, p_code="A1")
    call("pickup.stage", p_order_id=work.id, p_shelf="A1", p_nonce=b"n" * 16, p_code_hash=b"h" * 32)
    with pytest.raises(DomainError) as refused:
        cancel(placed.id, 1)
    assert (refused.value.code, refused.value.detail["number"]) == ("OM311", work.number)


def test_it_refuses_what_is_over(placed: Any) -> None:
    ship(works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        cancel(placed.id, 1)
    assert refused.value.code == "OM303"
