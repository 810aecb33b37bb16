import pytest

from oms.db import Actor, DomainError
from tests.support import factories


@pytest.fixture
def lot(db):
    """Ten of lot A."""
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, A=(10, "2100-01-01"))
    return db.row(
        "select t.id, t.variant_id, x.location_id from inventory.lots as t join inventory.lot_levels as x on x.lot_id = t.id"
    )


def adjust(db, lot, quantity, **given):
    return db.call(
        "inventory.adjust_lot",
        p_lot_id=lot.id,
        p_location_id=lot.location_id,
        p_quantity=quantity,
        p_reason="counted",
        **given,
    )


def test_it_corrects_the_lot_and_the_level(db, lot, assert_consistent):
    assert adjust(db, lot, -3, p_expected=10) == 7
    assert adjust(db, lot, 2) == 9
    assert factories.lot_levels(lot.variant_id) == {"A": (9, 0, 0)}
    assert_consistent()


def test_it_corrects_what_has_expired(db, lot, assert_consistent):
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    db.call("inventory.withdraw_lots")
    adjust(db, lot, -4)
    adjust(db, lot, 1)
    assert factories.lot_levels(lot.variant_id) == {"A": (7, 0, 7)}
    assert_consistent()


def test_it_refuses_when_it_is_not_what_the_person_saw(db, lot):
    with pytest.raises(DomainError) as refused:
        adjust(db, lot, -3, p_expected=9)
    assert (refused.value.code, refused.value.detail) == ("OM109", {"expected": 9, "on_hand": 10})


def test_it_never_takes_what_is_set_aside(db, lot):
    db.call(
        "inventory.set_aside",
        p_variant_id=lot.variant_id,
        p_location_id=lot.location_id,
        p_quantity=8,
        p_reason="damaged",
        p_lot_id=lot.id,
    )
    with pytest.raises(DomainError) as refused:
        adjust(db, lot, -3)
    assert refused.value.code == "lot_levels_within_on_hand"


def test_it_knows_no_other_lot(db, lot):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.adjust_lot", p_lot_id=0, p_location_id=lot.location_id, p_quantity=1, p_reason="found")
    assert refused.value.code == "OM404"


def test_it_refuses_another_location(db, lot):
    with db.acting_as(Actor("person", 7, "Charlie", ())), pytest.raises(DomainError) as refused:
        adjust(db, lot, 1, p_expected=9)
    assert refused.value.code == "OM403"
