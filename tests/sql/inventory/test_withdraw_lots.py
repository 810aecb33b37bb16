from tests.support import factories


def test_what_has_expired_is_unavailable(db, assert_consistent):
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, EARLY=(3, "2100-01-01"), LATE=(4, "2100-02-01"))
    order = factories.place_order(lines=[factories.line(variant.sku, 1)])
    assert db.call("inventory.withdraw_lots") == 0
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    assert db.call("inventory.withdraw_lots", p_variant_ids=[0]) == 0
    assert db.call("inventory.withdraw_lots") == 1
    assert db.call("inventory.withdraw_lots") == 0
    assert factories.lot_levels(variant.id) == {"EARLY": (3, 1, 2), "LATE": (4, 0, 0)}
    assert db.value("select available from inventory.levels") == 4
    db.call("orders.cancel", p_order_id=order.id, p_reason="other")
    assert factories.lot_levels(variant.id) == {"EARLY": (3, 0, 3), "LATE": (4, 0, 0)}
    assert_consistent()


def test_every_place_has_lots_of_its_own(db, assert_consistent):
    here, there, variant = factories.location(), factories.location(), factories.tracked(has_expiry=True)
    for at, quantity in ((here, 3), (there, 5)):
        factories.lots(variant.id, at, A=(quantity, "2100-01-01"))
    factories.place_order(lines=[factories.line(variant.sku, 1)], source_location_ids=[there])
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    assert db.call("inventory.withdraw_lots") == 2
    assert db.rows("select location_id, unavailable from inventory.levels order by 1") == [(here, 3), (there, 4)]
    assert_consistent()


def test_what_is_set_aside_already_is_not_set_aside_again(db):
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, A=(3, "2100-01-01"))
    here = {"p_variant_id": variant.id, "p_location_id": at}
    lot_id = db.value("select id from inventory.lots")
    db.call("inventory.set_aside", **here, p_quantity=1, p_reason="damaged", p_lot_id=lot_id)
    claims = [{"variant_id": variant.id, "location_id": at, "quantity": 1}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    db.call("inventory.withdraw_lots")
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 2)}


def test_what_is_on_hold_follows_when_the_hold_ends(db, assert_consistent):
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, A=(3, "2100-01-01"))
    db.value("select set_config('oms.now', '2100-01-01T22:59Z', true)")
    claims = [{"variant_id": variant.id, "location_id": at, "quantity": 2}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    db.value("select set_config('oms.now', '2100-01-01T23:01Z', true)")
    db.call("inventory.withdraw_lots")
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 1)}
    db.call("inventory.release_hold", p_key="cart")
    db.call("inventory.withdraw_lots")
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 3)}
