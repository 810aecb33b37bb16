"""fulfillment.short: units are not where they should be."""

import pytest

from tests.support import factories


def short(work, sku="MUG", quantity=1):
    return work.db.call("fulfillment.short", p_line_id=work.line(sku).id, p_quantity=quantity)


def test_it_writes_the_stock_off_and_looks_elsewhere(db, work):
    there = factories.location("THERE")
    factories.stock("MUG", there, 5)
    rerouted = short(work)
    assert work.level("MUG") == (9, 1)
    assert (work.state, work.line("MUG").short) == ("picking", 1)
    new = factories.works(work.order.id)[1]
    assert (new.state, new.location_id) == ("released", there)
    assert rerouted == {"places": [{"name": "There", "quantity": 1}], "waiting": 0}


def test_it_does_not_come_back_to_where_it_was_missing(db, work):
    assert short(work) == {"places": [], "waiting": 1}
    assert work.level("MUG") == (9, 1)
    assert db.value("select backordered from demand.lines order by id limit 1") == 1


def test_it_is_picked_when_only_the_rest_was_missing(work):
    work.db.call("fulfillment.pick", p_line_id=work.line("BOWL").id)
    work.db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    short(work)
    assert work.state == "picked"
    assert work.events().index("fulfillment.short") < work.events().index("fulfillment.picked")


def test_it_is_rejected_when_nothing_was_there(work):
    short(work, "MUG", 2)
    short(work, "BOWL")
    assert work.state == "rejected"
    assert work.level("MUG") == (8, 0)


@pytest.mark.parametrize(("quantity", "code"), [(0, "OM503"), (-1, "OM503"), (3, "lines_picked_within_quantity")])
def test_it_refuses_what_cannot_be_missing(work, refusal, quantity, code):
    assert refusal(short, work, "MUG", quantity) == code
    assert work.level("MUG") == (10, 2)


def test_it_refuses_what_is_already_in_the_tote(work, refusal):
    factories.pick(work.id)
    assert refusal(short, work) == "lines_picked_within_quantity"
    assert work.state == "picked"


def test_it_refuses_somebody_from_elsewhere(work, refusal, stranger):
    with stranger:
        assert refusal(short, work) == "OM403"
    assert work.level("MUG") == (10, 2)
