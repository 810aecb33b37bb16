"""pickup.stage: it stands on a shelf, and its customer is told."""

from datetime import UTC, datetime

import pytest

from tests.support import factories


def test_it_is_ready_on_its_shelf(db, waiting):
    assert waiting.state == "ready_for_pickup"
    assert db.value("select code from pickup.shelves where id = :id", id=waiting.row.shelf_id) == "A1"
    event = db.row("select data, location_id from history.events where type = 'pickup.ready'")
    assert event.data == {"pickup_id": waiting.id, "number": f"{waiting.order.number}-1", "shelf": "A1"}
    assert event.location_id == waiting.location_id


def test_it_keeps_the_stock_promised(waiting):
    assert waiting.level == (10, 2)


def test_it_waits_to_the_end_of_the_last_day_there(waiting):
    # Seven days from Monday the 23rd, to midnight in Berlin.
    assert waiting.row.expires_at == datetime(2026, 11, 30, 23, tzinfo=UTC)


def test_it_waits_longer_where_the_last_day_is_closed(db):
    db.value("select set_config('oms.now', '2026-11-22 12:00+01', true)")  # a Sunday, and so is the day a week later
    days = {day: ["09:00", "18:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}
    at = factories.store(hours=days, pickup_days=7)
    order = factories.place_pickup(at)
    work_id = factories.works(order.id)[0].id
    factories.pick(work_id)
    db.call("pickup.save_shelf", p_location_id=at, p_code="A1")
    db.call("pickup.stage", p_order_id=work_id, p_shelf="A1", p_nonce=b"n", p_code_hash=b"h")
    assert db.value("select expires_at from pickup.pickups") == datetime(2026, 11, 30, 23, tzinfo=UTC)


def test_it_takes_the_shelf_as_it_is_typed(waiting):
    waiting.db.call("pickup.unstage", p_pickup_id=waiting.id)
    waiting.id = waiting.stage(" a1 ")
    assert waiting.state == "ready_for_pickup"


@pytest.mark.parametrize("shelf", ["Z9", ""])
def test_it_refuses_a_shelf_that_is_not_there(waiting, refusal, shelf):
    waiting.db.call("pickup.unstage", p_pickup_id=waiting.id)
    assert refusal(waiting.stage, shelf) == "OM601"
    assert waiting.state == "picked"


def test_it_refuses_the_second_tap(db, waiting, refusal):
    assert refusal(waiting.stage) == "OM506"
    assert db.value("select count(*) from pickup.pickups") == 1


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(waiting.stage) == "OM506"
    assert waiting.state == "collected"


def test_it_refuses_what_is_shipped(db, refusal):
    order = factories.place_order()
    work_id = factories.works(order.id)[0].id
    factories.pick(work_id)
    given = {"p_order_id": work_id, "p_shelf": "A1", "p_nonce": b"n", "p_code_hash": b"h"}
    assert refusal(db.call, "pickup.stage", **given) == "OM607"


def test_it_refuses_what_is_on_hold(db, waiting, refusal):
    db.call("pickup.unstage", p_pickup_id=waiting.id)
    db.call("orders.hold", p_order_id=waiting.order.id, p_reason="fraud")
    assert refusal(waiting.stage) == "OM520"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    waiting.db.call("pickup.unstage", p_pickup_id=waiting.id)
    with stranger:
        assert refusal(waiting.stage) == "OM403"
    assert waiting.state == "picked"
