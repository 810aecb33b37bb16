"""fulfillment.release: locations may begin."""

from datetime import timedelta

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
