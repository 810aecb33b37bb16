from tests.support import factories


def test_what_has_expired_is_unavailable(db, assert_consistent):
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, EARLY=(3, "2100-01-01"), LATE=(4, "2100-02-01"))
    factories.place_order(lines=[factories.line(variant.sku, 1)])
    assert db.call("inventory.withdraw_lots") == 0
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    assert db.call("inventory.withdraw_lots", p_variant_ids=[0]) == 0
    assert db.call("inventory.withdraw_lots") == 1
    assert db.call("inventory.withdraw_lots") == 0
    assert factories.lot_levels(variant.id) == {"EARLY": (3, 1, 2), "LATE": (4, 0, 0)}
    assert db.value("select available from inventory.levels") == 4


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
