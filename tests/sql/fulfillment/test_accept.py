"""fulfillment.accept: somebody takes the work on."""

from oms.db import Actor


def test_it_remembers_who(db, work):
    with db.acting_as(Actor("person", 7, "Bob", (work.location_id,))):
        db.call("fulfillment.accept", p_order_id=work.id)
    assert (work.state, work.row.picker) == ("accepted", "Bob")
    assert work.row.accepted_at is not None
    assert work.events()[-1] == "fulfillment.accepted"


def test_it_refuses_the_second_of_two(db, work, refusal):
    with db.acting_as(Actor("person", 7, "Bob")):
        db.call("fulfillment.accept", p_order_id=work.id)
    with db.acting_as(Actor("person", 8, "Alice")):
        assert refusal(db.call, "fulfillment.accept", p_order_id=work.id) == "OM506"
    assert work.row.picker == "Bob"


def test_it_refuses_what_somebody_is_picking(db, work, refusal):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    assert refusal(db.call, "fulfillment.accept", p_order_id=work.id) == "OM506"
    assert (work.state, work.line("MUG").picked) == ("picking", 1)


def test_it_refuses_what_has_moved_on(db, work, refusal):
    work.packed()
    assert refusal(db.call, "fulfillment.accept", p_order_id=work.id) == "orders_fulfillment_transition_lawful"
    assert work.state == "packed"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    with stranger:
        assert refusal(db.call, "fulfillment.accept", p_order_id=work.id) == "OM403"
    assert work.state == "released"


def test_it_refuses_what_is_not_there(db, refusal):
    assert refusal(db.call, "fulfillment.accept", p_order_id=404) == "OM404"
