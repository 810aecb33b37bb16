"""fulfillment.unpick: a wrong tap is undone."""

import pytest

from tests.support import factories


def unpick(work, quantity=1):
    work.db.call("fulfillment.unpick", p_line_id=work.line("MUG").id, p_quantity=quantity)


def test_it_picks_again(work):
    factories.pick(work.id)
    unpick(work)
    assert (work.state, work.line("MUG").picked, work.row.picked_at) == ("picking", 1, None)


@pytest.mark.parametrize(("quantity", "code"), [(0, "OM503"), (1, "lines_picked_within_quantity")])
def test_it_refuses_more_than_was_picked(work, refusal, quantity, code):
    assert refusal(unpick, work, quantity) == code
    assert work.state == "released"


def test_it_refuses_what_is_packed(work, refusal):
    work.packed()
    assert refusal(unpick, work) == "orders_fulfillment_transition_lawful"
    assert work.line("MUG").picked == 2


def test_it_refuses_somebody_from_elsewhere(work, refusal, stranger):
    factories.pick(work.id)
    with stranger:
        assert refusal(unpick, work) == "OM403"
    assert work.line("MUG").picked == 2
