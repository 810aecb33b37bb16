"""pickup.return_to_stock: nobody takes it."""

from tests.support import factories


def give_up(waiting, **given):
    waiting.db.call("pickup.return_to_stock", p_pickup_id=waiting.id, **given)


def test_it_frees_the_stock_and_cancels_the_lines(db, waiting):
    give_up(waiting, p_reason="declined")
    assert waiting.state == "returned_to_stock"
    assert waiting.level == (10, 0)
    assert db.rows("select canceled, released from demand.lines") == [(2, 0)]
    assert factories.order_row(waiting.order.id).fulfillment_status == "canceled"
    assert db.value("select data ->> 'reason' from history.events where type = 'pickup.expired'") == "declined"


def test_it_frees_only_what_was_picked(db):
    at = factories.store()
    order = factories.place_pickup(at, lines=[factories.line(factories.stocked(at, 5), 3)])
    work_id = factories.works(order.id)[0].id
    line_id = db.value("select id from fulfillment.lines")
    db.call("fulfillment.short", p_line_id=line_id, p_quantity=1)
    factories.pick(work_id)
    db.call("pickup.save_shelf", p_location_id=at, p_code="A1")
    pickup_id = db.call("pickup.stage", p_order_id=work_id, p_shelf="A1", p_nonce=b"n", p_code_hash=b"h")
    db.call("pickup.return_to_stock", p_pickup_id=pickup_id)
    assert db.rows("select on_hand, reserved from inventory.levels") == [(4, 0)]
    assert db.rows("select canceled, backordered from demand.lines") == [(2, 1)]


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(give_up, waiting) == "OM604"
    assert waiting.level == (8, 0)


def test_it_refuses_the_second_time(waiting, refusal):
    give_up(waiting)
    assert refusal(give_up, waiting) == "OM604"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    with stranger:
        assert refusal(give_up, waiting) == "OM403"
    assert waiting.state == "ready_for_pickup"
