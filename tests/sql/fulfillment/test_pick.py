"""fulfillment.pick: units go from the shelf into the tote."""

import pytest

from oms.db import Actor


def test_it_begins_the_work_by_itself(db, work):
    with db.acting_as(Actor("person", 7, "Bob")):
        db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    assert (work.state, work.row.picker) == ("picking", "Bob")
    assert work.line("MUG").picked == 1
    assert work.events()[-2:] == ["fulfillment.accepted", "fulfillment.picking"]


def test_it_is_picked_with_the_last_unit(db, work):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id, p_quantity=2)
    assert work.state == "picking"
    db.call("fulfillment.pick", p_line_id=work.line("BOWL").id)
    assert work.state == "picked"
    assert work.row.picked_at is not None


def test_it_does_not_touch_the_stock(db, work):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id, p_quantity=2)
    assert work.level("MUG") == (10, 2)


@pytest.mark.parametrize("quantity", [0, -1, None])
def test_it_refuses_no_quantity(db, work, refusal, quantity):
    line_id = work.line("MUG").id
    assert refusal(db.call, "fulfillment.pick", p_line_id=line_id, p_quantity=quantity) == "OM503"
    assert work.state == "released"


def test_it_refuses_more_than_is_wanted(db, work, refusal):
    line_id = work.line("MUG").id
    assert refusal(db.call, "fulfillment.pick", p_line_id=line_id, p_quantity=3) == "lines_picked_within_quantity"
    assert work.line("MUG").picked == 0


def test_it_refuses_what_is_packed(db, work, refusal):
    work.packed()
    line_id = work.line("MUG").id
    assert refusal(db.call, "fulfillment.pick", p_line_id=line_id) == "orders_fulfillment_transition_lawful"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    line_id = work.line("MUG").id
    with stranger:
        assert refusal(db.call, "fulfillment.pick", p_line_id=line_id) == "OM403"
    assert work.line("MUG").picked == 0


def test_it_refuses_what_is_not_there(db, refusal):
    assert refusal(db.call, "fulfillment.pick", p_line_id=404) == "OM404"
