"""inventory.reschedule_incoming: a delivery slips, and whoever waits for it is promised another day."""

import pytest

from oms.db import Actor, DomainError
from tests.support import factories
from tests.support.incoming import expect, in_days, line_of, promised, receive


@pytest.fixture
def at(db):
    factories.product("MUG")
    return factories.location("HERE")


def reschedule(db, delivery, days, reason="The ship is late"):
    db.call("inventory.reschedule_incoming", p_incoming_id=delivery, p_expected_on=in_days(days), p_reason=reason)


def order(quantity=1):
    return factories.place_order(lines=[factories.line("MUG", quantity)])


def test_what_waits_is_promised_the_new_day(db, at, assert_consistent):
    delivery = expect(at, 7, MUG=5)
    first, second = order(2), order(3)
    reschedule(db, delivery, 12)
    assert promised(first) == [(2, in_days(12), "pegged")]
    assert promised(second) == [(3, in_days(12), "pegged")]
    assert db.value("select min(first_promised_on) from demand.pegs") == in_days(7)
    assert_consistent()


def test_it_is_in_the_history_of_every_order(db, at):
    delivery = expect(at, 7, MUG=5)
    orders = [order(2), order(3)]
    reschedule(db, delivery, 12)
    moved = db.rows("select subject_id, data from history.events where type = 'promise.moved' order by id")
    assert [event.subject_id for event in moved] == [placed.request_id for placed in orders]
    assert (moved[0].data["from"], moved[0].data["to"]) == (in_days(7).isoformat(), in_days(12).isoformat())
    told = db.value("select data from history.events where type = 'incoming.rescheduled'")
    assert told["reason"] == "The ship is late"


@pytest.mark.parametrize(("days", "reason", "code"), [(12, " ", "OM162"), (7, "late", "OM163")])
def test_it_refuses_what_says_nothing(db, at, days, reason, code):
    delivery = expect(at, 7, MUG=5)
    with pytest.raises(DomainError) as refused:
        reschedule(db, delivery, days, reason)
    assert refused.value.code == code


def test_it_refuses_when_nothing_is_left_to_come(db, at):
    delivery = expect(at, 7, MUG=5)
    receive(delivery, 5)
    with pytest.raises(DomainError) as refused:
        reschedule(db, delivery, 12)
    assert refused.value.code == "OM164"
    assert line_of(delivery).received == 5


def test_it_refuses_another_location(db, at):
    delivery = expect(at, 7, MUG=5)
    with db.acting_as(Actor("person", 7, "Charlie", (at + 1,))), pytest.raises(DomainError) as refused:
        reschedule(db, delivery, 12)
    assert refused.value.code == "OM403"
