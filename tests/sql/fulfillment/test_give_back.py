"""fulfillment.give_back: somebody else may do it."""


def test_it_is_nobodys_again(db, work):
    db.call("fulfillment.accept", p_order_id=work.id)
    db.call("fulfillment.give_back", p_order_id=work.id)
    assert (work.state, work.row.picker, work.row.accepted_at) == ("released", "", None)


def test_it_forgets_what_was_picked_and_keeps_what_was_short(db, work):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    db.call("fulfillment.short", p_line_id=work.line("MUG").id, p_quantity=1)
    db.call("fulfillment.give_back", p_order_id=work.id)
    assert work.state == "released"
    assert (work.line("MUG").picked, work.line("MUG").short) == (0, 1)


def test_it_refuses_what_nobody_has_taken(db, work, refusal):
    assert refusal(db.call, "fulfillment.give_back", p_order_id=work.id) == "OM504"


def test_it_waits_while_it_is_on_hold(db, work):
    db.call("fulfillment.accept", p_order_id=work.id)
    db.call("orders.hold", p_order_id=work.order.id, p_reason="fraud")
    db.call("fulfillment.give_back", p_order_id=work.id)
    assert work.state == "planned"
    db.call("orders.unhold", p_order_id=work.order.id, p_reason="fraud")
    assert work.state == "released"


def test_it_does_not_release_what_waits(db, work, refusal):
    db.call("fulfillment.recall", p_request_id=work.row.request_id)
    assert refusal(db.call, "fulfillment.give_back", p_order_id=work.id) == "OM504"
    assert work.state == "planned"


def test_it_refuses_what_is_picked(db, work, refusal):
    work.packed()
    assert refusal(db.call, "fulfillment.give_back", p_order_id=work.id) == "OM504"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    db.call("fulfillment.accept", p_order_id=work.id)
    with stranger:
        assert refusal(db.call, "fulfillment.give_back", p_order_id=work.id) == "OM403"
    assert work.state == "accepted"
