"""fulfillment.reject: this location cannot do it."""

from tests.support import factories


def reject(db, work):
    return db.call("fulfillment.reject", p_order_id=work.id, p_reason="no time")


def test_it_routes_everything_elsewhere_at_once(db, work):
    there = factories.location("THERE")
    factories.stock("MUG", there, 5)
    factories.stock("BOWL", there, 5)
    rerouted = reject(db, work)
    old, new = factories.works(work.order.id)
    assert (old.state, new.state, new.location_id) == ("rejected", "released", there)
    assert work.level("MUG") == (10, 0)
    assert rerouted == {"places": [{"name": "There", "quantity": 3}], "waiting": 0}
    result = db.value("select result from routing.decisions order by id desc limit 1")
    assert {place["code"]: place["excluded"] for place in result["considered"]} == {"HERE": "rejected", "THERE": None}


def test_it_waits_where_nobody_else_has_it(db, work):
    assert reject(db, work) == {"places": [], "waiting": 3}
    assert len(factories.works(work.order.id)) == 1
    assert factories.order_row(work.order.id).is_backordered is True


def test_it_frees_what_was_picked_and_not_what_was_lost(db, work):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    db.call("fulfillment.short", p_line_id=work.line("MUG").id, p_quantity=1)
    reject(db, work)
    assert work.level("MUG") == (9, 0)
    assert work.level("BOWL") == (10, 0)


def test_it_refuses_the_second_tap(db, work, refusal):
    reject(db, work)
    assert refusal(reject, db, work) == "OM506"


def test_it_refuses_what_is_packed(db, work, refusal):
    work.packed()
    assert refusal(reject, db, work) == "orders_fulfillment_transition_lawful"
    assert work.level("MUG") == (10, 2)


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    with stranger:
        assert refusal(reject, db, work) == "OM403"
    assert work.state == "released"
