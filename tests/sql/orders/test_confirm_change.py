"""orders.confirm_change: the whole change in one step, with a version of its own."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, rows, value
from tests.support.factories import (
    line,
    location,
    order_row,
    payment,
    pick,
    place_order,
    ship,
    stocked,
    store,
    works,
)

ADDRESS = {"name": "Dora Buys", "line1": "Neue Str. 2", "postal_code": "10117", "city": "Berlin", "country_code": "DE"}


@pytest.fixture
def placed(db: Any) -> Any:
    at = location()
    stocked(at, 5, "BOWL")
    return place_order(
        lines=[line(stocked(at, 10, "MUG"), 3)],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 500}],
    )


def propose(order_id: int, **given: Any) -> int:
    return int(call("orders.propose_change", p_order_id=order_id, p_given=given, p_reason="Called"))


def confirm(change_id: int, **given: Any) -> None:
    call("orders.confirm_change", p_change_id=change_id, **given)


def mugs(quantity: int) -> list[dict[str, int]]:
    return [{"line_id": value("select min(id) from orders.lines"), "quantity": quantity}]


def test_it_adds_and_cancels_and_is_added_up(placed: Any, assert_consistent: Any) -> None:
    confirm(propose(placed.id, lines=mugs(2), add=[{"sku": "BOWL", "quantity": 2, "unit_price_minor": 700}]))
    changed = order_row(placed.id)
    assert (changed.lines_minor, changed.charges_minor, changed.total_minor) == (4400, 500, 4900)
    assert changed.version > placed.version
    assert changed.payment_status == "partially_paid"
    owed = row("select due_minor, waived_minor from payments.payables")
    assert owed is not None
    assert tuple(owed) == (4900, 1000)
    assert "bowl" in changed.search
    assert rows(
        "select v.sku, l.reserved, l.held from inventory.levels as l join catalog.variants as v on v.id = l.variant_id order by 1"
    ) == [("BOWL", 2, 0), ("MUG", 2, 0)]
    assert_consistent()


def test_taxes_come_on_top_where_prices_are_without(db: Any, assert_consistent: Any) -> None:
    vat = {"name": "VAT", "rate": 0.19}
    placed = place_order(
        tax_included=False,
        lines=[line(stocked(location(), 10, "MUG"), 3, taxes=[{**vat, "amount_minor": 570}])],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 500, "taxes": [{**vat, "amount_minor": 95}]}],
    )
    confirm(propose(placed.id, lines=mugs(4)))
    changed = order_row(placed.id)
    assert (changed.lines_minor, changed.tax_minor, changed.total_minor) == (4000, 760 + 95, 4500 + 760 + 95)
    assert_consistent()


def test_what_is_added_is_worked_on_with_the_rest_released(placed: Any, assert_consistent: Any) -> None:
    pick(works(placed.id)[0].id)
    confirm(propose(placed.id, lines=mugs(5)))
    assert [work.state for work in works(placed.id)] == ["picked", "released"]
    assert_consistent()


def test_every_version_is_kept_with_what_made_it(placed: Any) -> None:
    first = propose(placed.id, lines=mugs(4))
    confirm(first)
    confirm(propose(placed.id, ship_to=ADDRESS))
    call("orders.cancel", p_order_id=placed.id, p_reason="customer")
    kept = rows("select number, what, change_id, snapshot from orders.versions order by number")
    assert [(found.number, found.what) for found in kept] == [
        (1, "placed"),
        (2, "edited"),
        (3, "edited"),
        (4, "canceled"),
    ]
    assert kept[1].change_id == first
    assert [[item["quantity"] for item in found.snapshot["lines"]] for found in kept] == [[3], [3, 1], [3, 1], [3, 1]]
    assert [found.snapshot["ship_to"]["line1"] for found in kept[1:3]] == ["Hauptstr. 1", "Neue Str. 2"]
    assert [item["canceled"] for item in kept[3].snapshot["lines"]] == [3, 1]


def test_nobody_can_change_a_version_afterwards(placed: Any, owner: Any) -> None:
    confirm(propose(placed.id, lines=mugs(4)))
    for attack in ("update orders.versions set actor = ''", "delete from orders.versions", "truncate orders.versions"):
        with pytest.raises(Exception, match="append-only"):
            owner(attack)


def test_a_new_address_is_on_a_new_label(placed: Any, assert_consistent: Any) -> None:
    (work,) = works(placed.id)
    pick(work.id)
    call("fulfillment.pack", p_order_id=work.id)
    confirm(propose(placed.id, ship_to=ADDRESS))
    assert works(placed.id)[0].state == "picked"
    assert value("select state from fulfillment.packages") == "voided"
    assert (
        value("select a.line1 from demand.requests as r join customers.addresses as a on a.id = r.ship_to_id")
        == "Neue Str. 2"
    )
    assert_consistent()


def test_another_way_of_delivery_is_routed_anew(placed: Any, assert_consistent: Any) -> None:
    at = store()
    for sku in ("MUG", "BOWL"):
        variant_id = value("select id from catalog.variants where sku = :sku", sku=sku)
        call("inventory.receive", p_variant_id=variant_id, p_location_id=at, p_quantity=5)
    confirm(propose(placed.id, delivery={"method": "pickup", "location_id": at}, add=[{"sku": "BOWL", "quantity": 1}]))
    changed = order_row(placed.id)
    assert (changed.method, changed.pickup_location_id) == ("pickup", at)
    assert [(work.state, work.method, work.location_id == at) for work in works(placed.id)] == [
        ("canceled", "ship", False),
        ("released", "pickup", True),
    ]
    assert_consistent()


def test_it_asks_for_the_refund_and_tells_the_customer_where_that_is_chosen(placed: Any) -> None:
    confirm(propose(placed.id, lines=mugs(2)), p_refunds=True, p_notifies=False)
    assert value("select amount_minor from payments.events where outcome = 'requested'") == 1000
    assert (
        value("select count(*) from notifications.messages where kind in ('order.edited', 'order.lines_canceled')") == 0
    )
    confirm(propose(placed.id, lines=mugs(1)))
    assert rows("select kind from notifications.messages where kind <> 'order.placed'") == [("order.edited",)]


def test_it_says_who_changed_what_and_why(placed: Any) -> None:
    confirm(propose(placed.id, lines=mugs(2), add=[{"sku": "BOWL", "quantity": 1}]))
    event = row("select data, actor from history.events where type = 'order.edited'")
    assert event is not None
    assert (event.data["reason"], event.data["difference_minor"], event.actor) == ("Called", 0, "system")
    assert [found["sku"] for found in event.data["added"] + event.data["canceled"]] == ["BOWL", "MUG"]


def test_it_says_so_in_the_order_of_the_lines(db: Any) -> None:
    at = location()
    placed = place_order(lines=[line(stocked(at, 10, sku), 3) for sku in "ABCDEF"])
    ids = [found.id for found in rows("select id from orders.lines order by position desc")]
    confirm(propose(placed.id, lines=[{"line_id": line_id, "quantity": 2} for line_id in ids]))
    canceled = value("select data -> 'canceled' from history.events where type = 'order.edited'")
    assert [found["sku"] for found in canceled] == list("ABCDEF")
    kept = value("select snapshot -> 'lines' from orders.versions order by number limit 1")
    assert [found["sku"] for found in kept] == list("ABCDEF")


def test_a_promise_that_a_change_breaks_is_the_customers(placed: Any) -> None:
    confirm(propose(placed.id, lines=mugs(2)))
    assert value("select cause from routing.promises") == "customer"


def test_it_is_made_once(placed: Any) -> None:
    change_id = propose(placed.id, lines=mugs(4))
    confirm(change_id)
    with pytest.raises(DomainError) as refused:
        confirm(change_id, p_version=order_row(placed.id).version)
    assert refused.value.code == "OM319"


def test_it_refuses_an_order_that_changed_meanwhile(placed: Any, assert_consistent: Any) -> None:
    change_id = propose(placed.id, lines=mugs(4))
    ship(works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        confirm(change_id)
    assert (refused.value.code, refused.value.detail["expected"]) == ("OM409", placed.version)
    assert_consistent()


def test_it_refuses_what_has_left_meanwhile(placed: Any, assert_consistent: Any) -> None:
    change_id = propose(placed.id, lines=mugs(1), add=[{"sku": "BOWL", "quantity": 1}])
    ship(works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        confirm(change_id, p_version=order_row(placed.id).version)
    assert refused.value.code in {"OM303", "OM313"}
    assert value("select count(*) from orders.lines") == 1
    assert_consistent()


def test_what_was_invoiced_stays_as_it_is_and_the_rest_is_invoiced_to_the_cent(db: Any, assert_consistent: Any) -> None:
    at = location()
    stocked(at, 5, "BOWL")
    charges = [{"kind": "shipping", "title": "Parcel", "amount_minor": 500}]
    placed = place_order(lines=[line(stocked(at, 10, "MUG"), 3)], charges=charges, terms="invoice", payments=[])
    (first,) = works(placed.id)
    ship(first.id)
    call("invoices.issue", p_fulfillment_order_id=first.id)
    confirm(propose(placed.id, add=[{"sku": "BOWL", "quantity": 3, "unit_price_minor": 333}]))
    ship(works(placed.id)[1].id)
    call("invoices.issue", p_fulfillment_order_id=works(placed.id)[1].id)
    assert [found.total_minor for found in rows("select total_minor from invoices.invoices order by id")] == [3500, 999]
    call("orders.record_payment", p_order_id=placed.id, p_event=payment(4499))
    assert order_row(placed.id).payment_status == "paid"
    assert_consistent()
