"""inventory.close_incoming: what won't come is expected no more."""

import pytest

from oms.db import Actor, DomainError
from tests.support import factories
from tests.support.incoming import expect, in_days, line_of, promised, receive


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


def close(db, delivery, reason="Sold out at the maker's", **given):
    return db.call("inventory.close_incoming", p_incoming_id=delivery, p_reason=reason, **given)


def test_the_rest_is_not_expected_any_more(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    receive(delivery, 2)
    assert close(db, delivery) == 3
    assert (line_of(delivery).closed, line_of(delivery).open) == (3, 0)
    assert db.value("select incoming from inventory.levels") == 0
    assert_consistent()


def test_one_line_of_several_is_closed(db, at, assert_consistent):
    factories.product("CUP")
    delivery = expect(at, 7, MUG=5, CUP=6)
    line_id = db.value("select id from inventory.incoming_lines where quantity = 6")
    assert close(db, delivery, p_line_id=line_id) == 6
    assert db.value("select sum(open) from inventory.incoming_lines") == 5
    assert_consistent()


def test_what_came_whole_is_not_told_again(db, at):
    factories.product("CUP")
    delivery = expect(at, 7, MUG=5, CUP=6)
    line_id = db.value("select id from inventory.incoming_lines where quantity = 6")
    lines = [{"line_id": line_id, "quantity": 6}]
    db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=lines)
    assert close(db, delivery) == 5
    assert db.rows("select data from history.events where type = 'stock.not_coming'") == [
        ({"quantity": 5, "reference": db.value("select reference from inventory.incoming")},)
    ]


def test_nothing_arrives_of_what_is_closed(db, at, assert_consistent):
    """Though there is stock by now, which somebody else may want."""
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 2)])
    factories.stock("MUG", at, 2)
    close(db, delivery)
    assert promised(placed) == []
    assert db.value("select reserved from inventory.levels") == 0
    assert_consistent()


def test_who_waits_for_it_is_promised_nothing(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 2)])
    close(db, delivery)
    assert promised(placed) == []
    lost = db.value("select data from history.events where type = 'promise.lost'")
    assert lost["from"] == in_days(7).isoformat()
    assert_consistent()


def test_what_comes_after_all_is_taken_in(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    close(db, delivery)
    receive(delivery, 2)
    assert db.row("select on_hand, incoming from inventory.levels") == (2, 0)
    assert_consistent()


@pytest.mark.parametrize("reason", ["", " ", None])
def test_it_asks_why(db, at, reason):
    with pytest.raises(DomainError) as refused:
        close(db, expect(at, 7, MUG=5), reason)
    assert refused.value.code == "OM162"


def test_it_refuses_when_nothing_is_left_to_come(db, at):
    delivery = expect(at, 7, MUG=5)
    close(db, delivery)
    with pytest.raises(DomainError) as refused:
        close(db, delivery)
    assert refused.value.code == "OM164"


def test_it_refuses_another_location(db, at):
    delivery = expect(at, 7, MUG=5)
    with db.acting_as(Actor("person", 7, "Charlie", (at + 1,))), pytest.raises(DomainError) as refused:
        close(db, delivery)
    assert refused.value.code == "OM403"
