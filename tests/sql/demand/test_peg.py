"""demand.peg: what waits is promised out of what is expected."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days, line_of, promised, receive


@pytest.fixture
def at(db):
    return factories.location("HERE")


def order(quantity=1, sku="MUG", **given):
    return factories.place_order(lines=[factories.line(sku, quantity)], **given)


@pytest.fixture
def mug(at):
    return factories.product("MUG")


def test_what_waits_is_promised_at_once(at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=10)
    assert promised(order(3)) == [(3, in_days(7), "pegged")]
    assert line_of(delivery).pegged == 3
    assert_consistent()


def test_the_earliest_delivery_comes_first(at, mug, assert_consistent):
    expect(at, 14, MUG=10)
    expect(at, 7, MUG=2)
    assert promised(order(3)) == [(2, in_days(7), "pegged"), (1, in_days(14), "pegged")]
    assert_consistent()


def test_no_more_is_promised_than_comes(db, at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=10)
    order(8)
    second = order(8)
    assert promised(second) == [(2, in_days(7), "pegged")]
    line_id = db.value("select id from demand.lines where request_id = :id", id=second.request_id)
    assert db.call("demand.promised_on", p_line_id=line_id) is None
    assert line_of(delivery).pegged == 10
    assert_consistent()


def test_nothing_is_promised_where_the_order_is_not_served(at, mug):
    elsewhere = factories.location("ELSEWHERE")
    expect(elsewhere, 7, MUG=10)
    assert promised(order(source_location_ids=[at])) == []


def test_what_is_canceled_is_free_again(db, at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=10)
    placed = order(3)
    db.call("orders.cancel", p_order_id=placed.id, p_reason="customer")
    assert promised(placed) == []
    assert line_of(delivery).pegged == 0
    assert_consistent()


def test_a_promise_moves_to_an_earlier_delivery(db, at, mug, assert_consistent):
    expect(at, 14, MUG=10)
    placed = order(3)
    early = expect(at, 7, MUG=3)
    db.call("demand.peg", p_request_id=placed.request_id)
    assert promised(placed) == [(3, in_days(7), "pegged")]
    assert line_of(early).pegged == 3
    assert db.value("select min(first_promised_on) from demand.pegs where state = 'pegged'") == in_days(14)
    assert_consistent()


def test_it_changes_nothing_when_nothing_is_better(db, at, mug):
    expect(at, 7, MUG=10)
    placed = order(3)
    before = db.value("select count(*) from demand.pegs")
    db.call("demand.peg", p_request_id=placed.request_id)
    assert db.value("select count(*) from demand.pegs") == before


def test_a_delivery_that_is_promised_already_is_no_better(db, at, mug):
    expect(at, 7, MUG=3)
    expect(at, 14, MUG=10)
    order(3)
    placed = order(2)
    before = db.value("select max(id) from demand.pegs")
    db.call("demand.peg", p_request_id=placed.request_id)
    assert db.value("select max(id) from demand.pegs") == before


def test_who_waits_for_nothing_keeps_nobody_waiting(db, at, mug):
    expect(at, 7, MUG=10)
    factories.stock("MUG", at, 1)
    order(1)
    assert db.value("select xmax::text from inventory.incoming_lines") == "0"


def test_who_waits_keeps_nobody_of_the_past_waiting(db, at, mug):
    past = expect(at, 1, MUG=1)
    receive(past, 1)
    expect(at, 7, MUG=10)
    locked = "select xmax::text from inventory.incoming_lines where incoming_id = :id"
    before = db.value(locked, id=past)
    order(2)
    assert db.value(locked, id=past) == before


def test_what_came_sooner_than_promised_is_no_broken_promise(db, at, mug):
    factories.product("PEN")
    expect(at, 9, MUG=5, PEN=5)
    placed = factories.place_order(lines=[factories.line("MUG", 5), factories.line("PEN")])
    expect(at, 3, MUG=5)
    factories.stock("MUG", at, 5)
    db.call("fulfillment.retry_backorders", p_request_id=placed.request_id)
    assert promised(placed) == [(1, in_days(9), "pegged")]
    assert db.rows("select type from history.events where type like 'promise.%'") == [("promise.made",)] * 2


def test_it_is_told_once(db, at, mug):
    expect(at, 7, MUG=10)
    placed = order(3)
    db.call("demand.peg", p_request_id=placed.request_id)
    told = db.rows("select type, data from history.events where type like 'promise.%'")
    assert [(event.type, event.data["to"]) for event in told] == [("promise.made", in_days(7).isoformat())]


def test_what_arrives_is_reserved_in_order_of_promise(db, at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=10)
    first, second = order(6), order(4)
    receive(delivery, 7)
    assert promised(first) == [(6, in_days(7), "arrived")]
    assert promised(second) == [(3, in_days(7), "pegged"), (1, in_days(7), "arrived")] or promised(second) == [
        (1, in_days(7), "arrived"),
        (3, in_days(7), "pegged"),
    ]
    newcomer = order(1)
    assert promised(newcomer) == []
    assert db.value("select reserved from inventory.levels") == 7
    assert_consistent()


def test_what_arrives_is_for_who_is_due_first(db, mug):
    at = factories.store()
    delivery = expect(at, 7, MUG=10)
    order(2)
    sooner = order(2, delivery={"method": "pickup", "location_id": at})
    receive(delivery, 2)
    assert promised(sooner) == [(2, in_days(7), "arrived")]


def test_what_safety_keeps_back_is_missing_to_who_came_last(db, at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=6)
    first, second = order(3), order(3)
    db.call("inventory.set_terms", p_variant_id=mug.id, p_location_id=at, p_safety=2, p_bin="")
    receive(delivery, 6)
    assert promised(first) == [(3, in_days(7), "arrived")]
    assert promised(second) == [(1, in_days(7), "arrived")]
    assert_consistent()


def test_what_safety_keeps_back_altogether_is_missing_to_all(db, at, mug, assert_consistent):
    delivery = expect(at, 7, MUG=3)
    placed = order(3)
    db.call("inventory.set_terms", p_variant_id=mug.id, p_location_id=at, p_safety=3, p_bin="")
    receive(delivery, 3)
    assert promised(placed) == []
    assert_consistent()


def test_what_has_arrived_stays_when_the_rest_moves(db, at, mug, assert_consistent):
    delivery = expect(at, 14, MUG=4)
    placed = order(4)
    receive(delivery, 1)
    expect(at, 7, MUG=10)
    db.call("demand.peg", p_request_id=placed.request_id)
    assert promised(placed) == [(3, in_days(7), "pegged"), (1, in_days(14), "arrived")]
    assert_consistent()


def test_who_waits_is_looked_at_again_when_more_is_expected(db, at, mug):
    delivery = expect(at, 7, MUG=1)
    assert db.value("select args from tasks.tasks where kind = 'demand.promise'") == {"incoming_id": delivery}
