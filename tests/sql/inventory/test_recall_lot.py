import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def lots(db):
    """Four of lot A, of which an order has one; three of lot B."""
    at, variant = factories.location(), factories.tracked()
    factories.lots(variant.id, at, A=4)
    factories.place_order(lines=[factories.line(variant.sku, 1)])
    factories.lots(variant.id, at, B=3)
    return variant


def lot_id(db, code):
    return db.value("select id from inventory.lots where code = :code", code=code)


def test_what_is_free_of_it_is_unavailable(db, lots, assert_consistent):
    db.call("inventory.recall_lot", p_lot_id=lot_id(db, "A"), p_reason="Glass")
    assert factories.lot_levels(lots.id) == {"A": (4, 1, 3), "B": (3, 0, 0)}
    assert db.value("select recall_reason from inventory.lots where code = 'A'") == "Glass"
    factories.place_order(lines=[factories.line(lots.sku, 3)])
    assert factories.lot_levels(lots.id) == {"A": (4, 1, 3), "B": (3, 3, 0)}
    assert_consistent()


@pytest.mark.parametrize("reason", [None, ""])
def test_it_needs_a_reason(db, lots, reason):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.recall_lot", p_lot_id=lot_id(db, "A"), p_reason=reason)
    assert refused.value.code == "OM129"


def test_it_is_once(db, lots):
    db.call("inventory.recall_lot", p_lot_id=lot_id(db, "A"), p_reason="Glass")
    with pytest.raises(DomainError) as refused:
        db.call("inventory.recall_lot", p_lot_id=lot_id(db, "A"), p_reason="Glass")
    assert (refused.value.code, refused.value.detail) == ("OM128", {"lot": "A"})


def test_it_knows_no_other_lot(db):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.recall_lot", p_lot_id=0, p_reason="Glass")
    assert refused.value.code == "OM404"
