"""orders.place: captures, reserves, routes and releases in one transaction; the same order twice is one."""

from datetime import timedelta
from typing import Any

import pytest

from oms.db import DomainError, call, row, rows, value
from tests.support.drafts import id_of, save
from tests.support.factories import (
    deliver,
    line,
    location,
    order,
    order_row,
    payment,
    place_order,
    place_pickup,
    product,
    ship,
    stocked,
    store,
    works,
)
from tests.support.tasks import later

VAT = {"name": "VAT 19%", "rate": "0.19"}


def test_it_lives_from_placing_to_delivery(db: Any) -> None:
    placed = place_order()
    assert (placed.state, placed.payment_status, placed.fulfillment_status) == ("placed", "paid", "in_progress")
    [work] = works(placed.id)
    assert work.state == "released"

    deliver(ship(work.id))

    ended = order_row(placed.id)
    assert (ended.state, ended.fulfillment_status) == ("closed", "delivered")
    assert ended.closed_at is not None


def test_it_is_one_order_however_often_it_comes(db: Any) -> None:
    given = order()
    first, second = (call("orders.place", p_order=given) for _ in range(2))
    assert (first.is_new, second.is_new) == (True, False)
    assert (first.order_id, first.number) == (second.order_id, second.number)
    assert value("select count(*) from demand.requests") == 1


def test_it_is_due_in_two_days_or_to_collect_in_one(db: Any) -> None:
    due = [placed.due_at - placed.placed_at for placed in (place_order(), place_pickup(store()))]
    assert due == [timedelta(days=2), timedelta(days=1)]


def test_a_line_may_be_of_no_sku(db: Any) -> None:
    placed = place_order(lines=[line("", title="Gift wrap")])
    assert (placed.total_minor, works(placed.id)) == (1000, [])


def test_it_finds_the_one_that_it_was(db: Any) -> None:
    given = [order() for _ in range(3)]
    ids = [call("orders.place", p_order=one).order_id for one in given]
    assert [call("orders.place", p_order=one).order_id for one in given] == ids


def test_it_takes_the_same_external_id_of_another_channel_for_another_order(db: Any) -> None:
    given = order()
    first = call("orders.place", p_order=given)
    second = call("orders.place", p_order={**given, "channel": "other", "payments": []})
    assert first.order_id != second.order_id


def test_it_keeps_prices_discounts_charges_and_taxes_as_given(db: Any) -> None:
    placed = place_order(
        tax_included=False,
        discount_minor=100,
        lines=[
            line(product().sku, 2, unit_price_minor=1500, taxes=[{**VAT, "amount_minor": 551}]),
            line(product().sku, discount_minor=200, taxes=[{**VAT, "amount_minor": 152}]),
        ],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 490, "taxes": [{**VAT, "amount_minor": 93}]}],
    )
    assert (placed.lines_minor, placed.discount_minor, placed.charges_minor, placed.tax_minor) == (4000, 300, 490, 796)
    assert placed.total_minor == 4000 - 300 + 490 + 796
    shares = rows(
        "select discount_minor, tax_minor from orders.lines where order_id = :id order by position", id=placed.id
    )
    assert [tuple(share) for share in shares] == [(79, 551), (221, 152)]
    assert value("select sum(amount_minor) from orders.taxes where order_id = :id", id=placed.id) == 796


def test_it_waits_for_payment_where_it_is_prepaid(db: Any) -> None:
    placed = place_order(payments=[])
    assert (placed.payment_status, placed.fulfillment_status) == ("none", "unfulfilled")
    assert [work.state for work in works(placed.id)] == ["planned"]


@pytest.mark.parametrize("terms", ["on_pickup", "invoice"])
def test_it_does_not_wait_for_payment_on_other_terms(db: Any, terms: str) -> None:
    placed = place_order(payments=[], terms=terms)
    assert [work.state for work in works(placed.id)] == ["released"]


def test_it_is_released_when_all_of_it_is_authorized(db: Any) -> None:
    part = place_order(payments=[payment(999, "authorize")])
    whole = place_order(payments=[payment(1000, "authorize")])
    assert (part.payment_status, whole.payment_status) == ("none", "authorized")
    assert [work.state for work in works(part.id)] == ["planned"]
    assert [work.state for work in works(whole.id)] == ["released"]


def test_its_release_is_told_once(db: Any) -> None:
    placed = place_order()
    call("orders.record_payment", p_order_id=placed.id, p_event=payment(1))
    assert value("select count(*) from history.events where type = 'order.released'") == 1


def test_it_may_arrive_on_hold(db: Any) -> None:
    placed = place_order(holds=[{"reason": "fraud", "note": "two cards"}])
    assert placed.is_on_hold
    assert [work.state for work in works(placed.id)] == ["planned"]


def test_it_backorders_what_no_location_has(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 2), 3)])
    assert placed.is_backordered
    assert tuple(
        row("select released, backordered from demand.lines where request_id = :id", id=placed.request_id)
    ) == (2, 1)


def test_it_refuses_where_the_policy_says_so_and_leaves_nothing_behind(db: Any) -> None:
    given = order(lines=[line(stocked(location(), 2), 3)], stock_policy="refuse")
    with pytest.raises(DomainError) as refused:
        call("orders.place", p_order=given)
    assert refused.value.code == "OM101"
    assert refused.value.detail | {"sku": ""} == {"sku": "", "wanted": 3, "available": 2}
    assert value("select count(*) from orders.orders") == 0
    assert value("select sum(reserved) from inventory.levels") == 0


def test_it_names_an_unknown_sku(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        place_order(lines=[line("NO-SUCH")], payments=[])
    assert (refused.value.code, refused.value.detail) == ("OM302", {"sku": "NO-SUCH"})


def test_it_refuses_an_order_without_lines(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("orders.place", p_order={**order(), "external_id": "none", "lines": [], "payments": []})
    assert refused.value.code == "OM301"


def test_it_takes_lines_that_need_no_delivery_as_delivered(db: Any) -> None:
    voucher = product(requires_shipping=False)
    placed = place_order(lines=[line(voucher.sku)])
    assert (placed.fulfillment_status, placed.state) == ("delivered", "closed")
    assert works(placed.id) == []


def test_it_stages_a_pickup_at_its_store_only(db: Any) -> None:
    here, there = store(), store()
    placed = place_pickup(here, lines=[line(stocked(there))])
    assert placed.is_backordered
    assert placed.location_ids == [here]
    assert works(placed.id) == []


def test_it_is_free_of_charge_and_paid_where_nothing_is_due(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location()), unit_price_minor=0)], payments=[])
    assert placed.payment_status == "paid"
    assert [work.state for work in works(placed.id)] == ["released"]


def _held_and_let_go(db: Any, quantity: int) -> str:
    """A SKU of which so many were held in a cart, but for too long, and three are left."""
    at = location()
    sku = stocked(at, quantity)
    variant_id = value("select id from catalog.variants where sku = :sku", sku=sku)
    claims = [{"variant_id": variant_id, "location_id": at, "quantity": quantity}]
    call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    value("select set_config('oms.now', (db.now() + interval '16 minutes')::text, true)")
    call("inventory.expire_holds")
    place_order(lines=[line(sku, quantity - 3)])
    return sku


def test_a_late_payment_gets_what_is_there_still(db: Any, assert_consistent: Any) -> None:
    sku = _held_and_let_go(db, 5)
    placed = place_order(lines=[line(sku, 3)], hold="cart", stock_policy="refuse")
    assert (placed.is_on_hold, placed.is_backordered) == (False, False)
    assert value("select data from history.events where type = 'order.hold_was_over'") == {"missing": 0}
    assert_consistent()


def test_a_late_payment_for_what_is_gone_is_not_lost(db: Any, assert_consistent: Any) -> None:
    sku = _held_and_let_go(db, 5)
    placed = place_order(lines=[line(sku, 5)], hold="cart", stock_policy="refuse")
    assert (placed.is_on_hold, placed.is_backordered) == (True, True)
    assert value("select reason from orders.holds where order_id = :id", id=placed.id) == "stock"
    assert value("select data from history.events where type = 'order.hold_was_over'") == {"missing": 2}
    assert_consistent()


def test_who_wants_more_than_is_held_is_refused_though_it_is_paid(db: Any) -> None:
    at = location()
    sku = stocked(at, 5)
    claims = [{"variant_id": value("select id from catalog.variants"), "location_id": at, "quantity": 5}]
    call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    with pytest.raises(DomainError) as refused:
        place_order(lines=[line(sku, 6)], hold="cart", stock_policy="refuse")
    assert refused.value.code == "OM101"


def test_who_comes_late_and_has_not_paid_is_refused(db: Any) -> None:
    sku = _held_and_let_go(db, 5)
    with pytest.raises(DomainError) as refused:
        place_order(lines=[line(sku, 5)], hold="cart", stock_policy="refuse", payments=[])
    assert refused.value.code == "OM101"


def test_it_ends_the_draft_it_is_placed_from(db: Any, assert_consistent: Any) -> None:
    sku = stocked(location(), 2)
    save("draft", lines=[line(sku, 2)])
    placed = place_order(channel="phone", external_id="draft", draft=1, lines=[line(sku, 2)], payments=[])
    assert value("select count(*) from orders.drafts") == 0
    assert value("select state from inventory.holds") == "converted"
    assert value("select allocated + released from demand.lines where request_id = :id", id=placed.request_id) == 2
    assert_consistent()


def test_a_form_that_was_never_kept_is_placed_like_any_other(db: Any) -> None:
    assert place_order(channel="phone", external_id="form", draft=0).state == "placed"


def test_it_places_a_draft_whose_stock_was_let_go_like_any_other(db: Any, assert_consistent: Any) -> None:
    sku = stocked(location(), 2)
    save("draft", lines=[line(sku, 2)])
    later(hours=25)
    call("inventory.expire_holds")
    placed = place_order(channel="phone", external_id="draft", draft=1, lines=[line(sku, 2)], payments=[])
    assert not placed.is_on_hold
    assert value("select count(*) from history.events where type = 'order.hold_was_over'") == 0
    assert_consistent()


def test_it_refuses_a_draft_that_somebody_saved_or_discarded_meanwhile(db: Any) -> None:
    save("draft")
    for version in (0, 2):
        with pytest.raises(DomainError) as refused:
            place_order(channel="phone", external_id="draft", draft=version)
        assert refused.value.code == "OM351"
    call("orders.discard_draft", p_draft_id=id_of("draft"), p_version=1)
    with pytest.raises(DomainError) as refused:
        place_order(channel="phone", external_id="draft", draft=1)
    assert refused.value.code == "OM350"
    assert value("select count(*) from orders.orders") == 0
