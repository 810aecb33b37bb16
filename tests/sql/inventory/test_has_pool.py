"""inventory.has_pool: whether buyers of these SKUs pass each other by."""


def test_it_is_so_while_it_is_switched_on(db, level):
    asked = {"p_variant_ids": [level.variant_id]}
    assert db.call("inventory.has_pool", **asked) is False
    db.call("inventory.pool", p_variant_id=level.variant_id)
    assert db.call("inventory.has_pool", **asked) is True
    db.call("inventory.unpool", p_variant_id=level.variant_id)
    assert db.call("inventory.has_pool", **asked) is False
