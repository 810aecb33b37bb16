"""fulfillment.release: locations may begin."""

from datetime import datetime, timedelta

import pytest

from tests.support import factories


def test_it_is_due_in_a_day(db):
    order = factories.place_order(payments=[])
    (planned,) = factories.works(order.id)
    db.call("fulfillment.release", p_request_id=order.request_id)
    (work,) = factories.works(order.id)
    assert (planned.state, work.state) == ("planned", "released")
    assert work.due_at - work.released_at == timedelta(days=1)


def test_it_is_due_in_four_hours_where_somebody_comes_for_it(pickup_work):
    assert pickup_work.row.due_at - pickup_work.row.released_at == timedelta(hours=4)


def test_it_leaves_what_is_under_way(db, work):
    db.call("fulfillment.accept", p_order_id=work.id)
    db.call("fulfillment.release", p_request_id=work.row.request_id)
    assert work.state == "accepted"


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23 09:00+01", "2026-11-23 13:00+01"),  # Monday morning
        ("2026-11-23 17:00+01", "2026-11-24 12:00+01"),  # an hour before closing
        ("2026-11-21 20:00+01", "2026-11-23 13:00+01"),  # Saturday night
        ("2026-11-22 12:00+01", "2026-11-23 13:00+01"),  # Sunday
    ],
)
def test_closed_hours_do_not_count(db, now, due):
    db.value("select set_config('oms.now', :now, true)", now=now)
    days = {day: ["09:00", "18:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}
    order = factories.place_pickup(factories.store(hours=days))
    assert factories.works(order.id)[0].due_at == datetime.fromisoformat(due)


def test_a_shipment_has_a_working_day(db):
    db.value("select set_config('oms.now', '2026-11-20 15:00+01', true)")  # Friday afternoon
    days = {day: ["08:00", "16:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
    order = factories.place_order(at=factories.location(hours=days))
    assert factories.works(order.id)[0].due_at == datetime.fromisoformat("2026-11-23 15:00+01")
