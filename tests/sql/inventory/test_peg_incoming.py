"""inventory.peg_incoming: units of an incoming line are promised, never more than come."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.incoming import expect, line_of


@pytest.fixture
def line(db):
    factories.product("MUG")
    delivery = expect(factories.location("HERE"), 7, MUG=5)
    return lambda: line_of(delivery)


def test_it_counts_what_is_promised(db, line):
    db.call("inventory.peg_incoming", p_line_id=line().id, p_quantity=5)
    assert line().pegged == 5
    db.call("inventory.peg_incoming", p_line_id=line().id, p_quantity=-2)
    assert line().pegged == 3


@pytest.mark.parametrize("quantity", [6, -1])
def test_it_refuses_more_than_comes_and_less_than_nothing(db, line, quantity):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.peg_incoming", p_line_id=line().id, p_quantity=quantity)
    assert refused.value.code == "incoming_lines_pegged_within_open"
