import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def held(db):
    """An order has two of lot A; one of lot B is free."""
    at, variant = factories.location(), factories.tracked()
    factories.lots(variant.id, at, A=2)
    factories.place_order(lines=[factories.line(variant.sku, 2)])
    db.call("inventory.recall_lot", p_lot_id=db.value("select id from inventory.lots"), p_reason="Glass")
    factories.lots(variant.id, at, B=1)
    return db.row(
        "select a.id, a.variant_id, a.location_id, x.lot_id from demand.allocation_lots as x"
        " join demand.allocations as a on a.id = x.allocation_id"
    )


def swap(db, held):
    db.call("demand.swap_lot", p_allocation_id=held.id, p_lot_id=held.lot_id)


def test_it_takes_others(db, held, assert_consistent):
    factories.lots(held.variant_id, held.location_id, C=4)
    swap(db, held)
    assert factories.lot_levels(held.variant_id) == {"A": (2, 0, 2), "B": (1, 1, 0), "C": (4, 1, 0)}
    assert_consistent()


def test_more_of_what_the_order_has_already_is_added_to_it(db, assert_consistent):
    at, variant = factories.location(), factories.tracked()
    factories.lots(variant.id, at, A=2, B=3)
    factories.place_order(lines=[factories.line(variant.sku, 4)])
    factories.lots(variant.id, at, B=1)
    lot_id = db.value("select id from inventory.lots where code = 'A'")
    db.call("inventory.recall_lot", p_lot_id=lot_id, p_reason="Glass")
    db.call("demand.swap_lot", p_allocation_id=db.value("select id from demand.allocations"), p_lot_id=lot_id)
    assert [
        tuple(found) for found in db.rows("select lot_id - :a, quantity from demand.allocation_lots", a=lot_id)
    ] == [(1, 4)]
    assert factories.lot_levels(variant.id) == {"A": (2, 0, 2), "B": (4, 4, 0)}
    assert_consistent()


def test_it_is_refused_where_there_are_no_others(db, held, assert_consistent):
    with pytest.raises(DomainError) as refused:
        swap(db, held)
    assert refused.value.code == "OM101"
    assert factories.lot_levels(held.variant_id) == {"A": (2, 2, 0), "B": (1, 0, 0)}
