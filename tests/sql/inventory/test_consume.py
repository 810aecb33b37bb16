import pytest

from oms.db import DomainError


def consume(level, *quantities, kind="shipped"):
    level.db.call("inventory.consume", p_claims=level.claims(*quantities), p_kind=kind, p_cause="request", p_cause_id=7)


def test_it_keeps_a_promise(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    consume(level, 1, 2)
    assert level.figures == (7, 1)
    movement = level.ledger[0]
    assert (movement.kind, movement.quantity, movement.cause, movement.cause_id) == ("shipped", -3, "request", 7)


def test_it_takes_only_what_is_promised(level):
    with pytest.raises(DomainError) as refused:
        consume(level, 1)
    assert refused.value.code == "levels_reserved_within_on_hand"
    assert level.figures == (10, 0)


def test_it_knows_how_stock_may_leave(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    with pytest.raises(DomainError) as refused:
        consume(level, 1, kind="vanished")
    assert refused.value.code == "movements_kind_known"
