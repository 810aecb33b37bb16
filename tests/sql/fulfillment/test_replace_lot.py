import pytest

from tests.support import factories


@pytest.fixture
def lot(db):
    """Two of lot A in London are an order's."""
    london, variant = factories.location("LONDON"), factories.tracked()
    factories.lots(variant.id, london, A=2)
    order = factories.place_order(lines=[factories.line(variant.sku, 2)])
    return db.row(
        "select t.id, t.variant_id, cast(:at as int) as location_id, cast(:order_id as bigint) as order_id from inventory.lots as t",
        at=london,
        order_id=order.id,
    )


def replace(db, lot):
    return db.call("fulfillment.replace_lot", p_lot_id=lot.id, p_reason="Glass")


def test_it_takes_others_of_the_same_place(db, lot, assert_consistent):
    factories.lots(lot.variant_id, lot.location_id, B=2)
    assert replace(db, lot) == {"swapped": 2, "rerouted": 0, "left": 0}
    assert factories.lot_levels(lot.variant_id) == {"A": (2, 0, 2), "B": (2, 2, 0)}
    assert_consistent()


def test_it_routes_elsewhere(db, lot, assert_consistent):
    factories.lots(lot.variant_id, factories.location("LEEDS"), B=2)
    assert replace(db, lot) == {"swapped": 0, "rerouted": 2, "left": 0}
    assert [work.state for work in factories.works(lot.order_id)] == ["rejected", "released"]
    assert factories.lot_levels(lot.variant_id) == {"A": (2, 0, 2), "B": (2, 2, 0)}
    assert_consistent()


def test_what_was_picked_of_it_is_taken_back(db, lot, assert_consistent):
    line_id = db.value("select id from fulfillment.lines")
    db.call("fulfillment.pick", p_line_id=line_id, p_quantity=1)
    assert replace(db, lot) == {"swapped": 0, "rerouted": 2, "left": 0}
    assert db.value("select backordered from demand.lines") == 2
    assert_consistent()


def test_what_is_packed_is_left_to_people(db, lot, assert_consistent):
    factories.pick(factories.works(lot.order_id)[0].id)
    assert replace(db, lot) == {"swapped": 0, "rerouted": 0, "left": 2}
    assert factories.lot_levels(lot.variant_id) == {"A": (2, 2, 0)}
    assert_consistent()
