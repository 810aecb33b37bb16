"""inventory.receive_incoming: what was expected arrives."""

import pytest

from oms.db import Actor, DomainError, call
from tests.support import factories
from tests.support.incoming import expect, line_of, promised


@pytest.fixture
def delivery(db, level):
    sku = db.value("select sku from catalog.variants where id = :id", id=level.variant_id)
    return expect(level.location_id, 7, **{sku: 5})


def receive(db, delivery, *quantities, **given):
    lines = [{"line_id": line_of(delivery).id, "quantity": quantity} for quantity in quantities]
    return db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=lines, **given)


def incoming(db):
    return db.value("select incoming from inventory.levels")


def test_it_comes_in_parts(db, level, delivery, assert_consistent):
    assert receive(db, delivery, 2) == 2
    assert (level.figures, incoming(db), line_of(delivery).open) == ((12, 0), 3, 3)
    assert receive(db, delivery, 3) == 3
    assert (level.figures, incoming(db), line_of(delivery).open) == ((15, 0), 0, 0)
    assert_consistent()


def test_more_may_come_than_was_expected(db, level, delivery, assert_consistent):
    receive(db, delivery, 8)
    assert (level.figures, incoming(db), line_of(delivery).open) == ((18, 0), 0, 0)
    receive(db, delivery, 1)
    assert level.figures == (19, 0)
    assert_consistent()


def test_a_line_named_twice_is_added_up(db, level, delivery, assert_consistent):
    assert receive(db, delivery, 1, 2) == 3
    assert level.figures == (13, 0)
    assert_consistent()


def test_the_ledger_names_the_delivery(db, level, delivery):
    receive(db, delivery, 5)
    movement = level.ledger[0]
    assert (movement.kind, movement.cause, movement.cause_id) == ("received", "incoming", delivery)
    assert movement.note.startswith("PO-")


def test_the_same_receipt_twice_is_one(db, level, delivery):
    assert receive(db, delivery, 2, p_key="form-1") == 2
    assert receive(db, delivery, 2, p_key="form-1") == 0
    assert level.figures == (12, 0)


@pytest.mark.parametrize("quantities", [(0,), (-1,), (None,), (5, -3)])
def test_it_refuses_what_is_no_delivery(db, level, delivery, quantities):
    with pytest.raises(DomainError) as refused:
        receive(db, delivery, *quantities)
    assert refused.value.code == "OM103"
    assert level.figures == (10, 0)


def test_it_refuses_the_line_of_another_delivery(db, level, delivery):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=[{"line_id": 10**6, "quantity": 1}])
    assert refused.value.code == "OM404"


def test_it_refuses_another_location(db, level, delivery):
    with db.acting_as(Actor("person", 7, "Charlie", (level.location_id + 1,))), pytest.raises(DomainError) as refused:
        db.call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=[{"line_id": 1, "quantity": 1}])
    assert refused.value.code == "OM403"


def arrived(delivery, quantity, **lots):
    told = [
        {"code": code, "quantity": units[0], "expires_on": units[1]}
        if isinstance(units, tuple)
        else {"code": code, "quantity": units}
        for code, units in lots.items()
    ]
    line = {"line_id": line_of(delivery).id, "quantity": quantity} | ({"lots": told} if told else {})
    return call("inventory.receive_incoming", p_incoming_id=delivery, p_lines=[line])


def test_where_units_are_told_apart_it_says_which_came(db, assert_consistent):
    milk = factories.tracked(has_expiry=True)
    delivery = expect(factories.location(), 7, **{milk.sku: 5})
    assert_consistent()
    assert arrived(delivery, 3, A=(2, "2100-01-01"), B=(1, "2100-02-01")) == 3
    assert arrived(delivery, 4, A=4) == 4
    assert factories.lot_levels(milk.id) == {"A": (6, 0, 0), "B": (1, 0, 0)}
    assert line_of(delivery).open == 0
    assert_consistent()


@pytest.mark.parametrize(
    ("lots", "code"),
    [
        ({}, "OM124"),
        ({"A": (2, "2100-01-01")}, "OM124"),
        ({"A": 3}, "OM123"),
        ({"A B": (3, "2100-01-01")}, "lots_code_clean"),
    ],
)
def test_it_says_all_of_them_well(db, lots, code):
    milk = factories.tracked(has_expiry=True)
    delivery = expect(factories.location(), 7, **{milk.sku: 5})
    with pytest.raises(DomainError) as refused:
        arrived(delivery, 3, **lots)
    assert refused.value.code == code


def test_serial_numbers_come_once(db, assert_consistent):
    phones = factories.tracked("serial")
    delivery = expect(factories.location(), 7, **{phones.sku: 3})
    arrived(delivery, 2, S1=1, S2=1)
    with pytest.raises(DomainError) as refused:
        arrived(delivery, 1, S2=1)
    assert refused.value.code == "lot_levels_serial_is_one"
    assert_consistent()


def test_lots_are_for_skus_that_ask(level, delivery):
    with pytest.raises(DomainError) as refused:
        arrived(delivery, 1, A=1)
    assert refused.value.code == "OM127"


def test_what_has_expired_on_arrival_keeps_no_promise(db, assert_consistent):
    milk = factories.tracked(has_expiry=True)
    delivery = expect(factories.location(), 7, **{milk.sku: 5})
    order = factories.place_order(lines=[factories.line(milk.sku, 2)])
    arrived(delivery, 3, OLD=(3, "2001-01-01"))
    assert factories.lot_levels(milk.id) == {"OLD": (3, 0, 3)}
    assert [state for _quantity, _day, state in promised(order)] == []
    assert_consistent()
