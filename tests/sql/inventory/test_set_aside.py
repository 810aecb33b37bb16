import pytest

from oms.db import Actor, DomainError
from tests.support import factories


def set_aside(level, quantity, reason="damaged", note=""):
    return level.db.call("inventory.set_aside", **level.here, p_quantity=quantity, p_reason=reason, p_note=note)


def test_it_adds_to_what_is_unavailable(db, level):
    assert set_aside(level, 2, note="Rain") == 2
    assert set_aside(level, 3, "quality") == 5
    assert level.now.on_hand == 10
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=level.claims(6))
    assert level.last_event().type == "stock.set_aside"
    assert level.last_event().data == {"quantity": 3, "reason": "quality", "note": "", "unavailable": 5}


def test_it_leaves_what_is_promised(db, level):
    db.call("inventory.reserve", p_claims=level.claims(8))
    with pytest.raises(DomainError) as refused:
        set_aside(level, 3)
    assert (refused.value.code, refused.value.detail) == ("OM120", {"free": 2})
    assert set_aside(level, 2) == 2
    with pytest.raises(DomainError) as refused:
        set_aside(level, 1)
    assert refused.value.detail == {"free": 0}


def test_it_knows_where_there_is_none(level):
    with pytest.raises(DomainError) as refused:
        level.db.call(
            "inventory.set_aside", p_variant_id=0, p_location_id=level.location_id, p_quantity=1, p_reason="other"
        )
    assert (refused.value.code, refused.value.detail) == ("OM120", {"free": 0})


@pytest.mark.parametrize("quantity", [None, 0, -1])
def test_it_needs_a_quantity(level, quantity):
    with pytest.raises(DomainError) as refused:
        set_aside(level, quantity)
    assert refused.value.code == "OM103"


@pytest.mark.parametrize("reason", [None, "", "lost"])
def test_it_needs_a_reason(level, reason):
    with pytest.raises(DomainError) as refused:
        set_aside(level, 1, reason)
    assert refused.value.code == "OM104"


def test_it_refuses_another_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", ())), pytest.raises(DomainError) as refused:
        set_aside(level, 1)
    assert refused.value.code == "OM403"


def test_of_a_lot_it_takes_what_is_there(db, assert_consistent):
    here, there, variant = factories.location(), factories.location(), factories.tracked()
    for at in (here, there):
        factories.lots(variant.id, at, A=4)
    given = {"p_location_id": here, "p_quantity": 1, "p_reason": "damaged"}
    lot_id = db.value("select id from inventory.lots")
    db.call("inventory.set_aside", p_variant_id=variant.id, **given, p_lot_id=lot_id)
    assert db.rows("select location_id, unavailable from inventory.lot_levels order by 1") == [(here, 1), (there, 0)]
    assert_consistent()
