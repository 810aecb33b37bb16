import pytest

from oms.db import Actor, DomainError
from tests.support import factories


def adjust(level, quantity, reason="counted", **given):
    return level.db.call("inventory.adjust", **level.here, p_quantity=quantity, p_reason=reason, **given)


def test_it_corrects_on_hand_with_a_reason(level):
    assert adjust(level, -3, "damaged", p_note="Water") == 7
    movement = level.ledger[0]
    assert level.figures == (7, 0)
    assert (movement.kind, movement.quantity, movement.reason, movement.note) == ("adjusted", -3, "damaged", "Water")
    assert level.last_event().type == "stock.adjusted"


@pytest.mark.parametrize("reason", [None, "", "because"])
def test_it_needs_a_reason_that_is_known(level, reason):
    with pytest.raises(DomainError) as refused:
        adjust(level, -3, reason)
    assert refused.value.code == "OM104"


def test_it_refuses_when_the_stock_is_not_what_the_person_saw(level):
    with pytest.raises(DomainError) as refused:
        adjust(level, -3, p_expected=12)
    assert refused.value.code == "OM109"
    assert refused.value.detail == {"expected": 12, "on_hand": 10, "reserved": 0, "unavailable": 0}
    assert level.figures == (10, 0)


def test_it_goes_on_when_the_stock_is_what_the_person_saw(level):
    assert adjust(level, 2, "found", p_expected=10) == 12


def test_it_looks_at_its_own_place(db, level):
    there = factories.location()
    factories.stock(db.value("select sku from catalog.variants"), there, 3)
    for at, seen in ((there, 3), (level.location_id, 10)):
        given = {"p_variant_id": level.variant_id, "p_location_id": at, "p_quantity": 1, "p_reason": "found"}
        assert db.call("inventory.adjust", **given, p_expected=seen) == seen + 1


def test_it_never_takes_what_is_promised(db, level):
    db.call("inventory.reserve", p_claims=level.claims(8))
    with pytest.raises(DomainError) as refused:
        adjust(level, -3)
    assert refused.value.code == "levels_reserved_within_on_hand"
    assert level.figures == (10, 8)


def test_it_refuses_a_difference_of_nothing(level):
    with pytest.raises(DomainError) as refused:
        adjust(level, 0)
    assert refused.value.code == "movements_quantity_not_zero"


def test_it_refuses_another_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", ())), pytest.raises(DomainError) as refused:
        adjust(level, -3)
    assert refused.value.code == "OM403"
