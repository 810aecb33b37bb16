"""inventory.receive_incoming: what was expected arrives."""

import pytest

from oms.db import Actor, DomainError
from tests.support.incoming import expect, line_of


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
