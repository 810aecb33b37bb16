import pytest

from oms.db import Actor, DomainError


def test_it_adds_stock_and_writes_the_ledger(db, level):
    with db.acting_as(Actor("person", 7, "Bob", (level.location_id,))):
        assert db.call("inventory.receive", **level.here, p_quantity=5, p_note="PO-1") == 15
        movement = level.ledger[0]
    assert level.figures == (15, 0)
    assert (movement.kind, movement.quantity, movement.on_hand_after, movement.note) == ("received", 5, 15, "PO-1")
    assert (movement.actor, movement.actor_name) == ("person:7", "Bob")


def test_it_says_so_in_the_history(db, level):
    db.call("inventory.receive", **level.here, p_quantity=5)
    assert level.last_event() == ("stock.received", {"quantity": 5, "on_hand": 15}, level.location_id)


@pytest.mark.parametrize("quantity", [0, -1, None])
def test_it_refuses_what_is_no_delivery(db, level, quantity):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.receive", **level.here, p_quantity=quantity)
    assert refused.value.code == "OM103"
    assert level.figures == (10, 0)


def test_it_refuses_another_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", (level.location_id + 1,))), pytest.raises(DomainError) as refused:
        db.call("inventory.receive", **level.here, p_quantity=5)
    assert refused.value.code == "OM403"
    assert level.figures == (10, 0)


def test_it_takes_the_same_delivery_in_once(db, level):
    assert db.call("inventory.receive", **level.here, p_quantity=5, p_key="form-1") == 15
    assert db.call("inventory.receive", **level.here, p_quantity=2) == 17
    assert db.call("inventory.receive", **level.here, p_quantity=5, p_key="form-1") == 15
    assert db.call("inventory.receive", **level.here, p_quantity=5, p_key="form-2") == 22
    assert len(level.ledger) == 4
