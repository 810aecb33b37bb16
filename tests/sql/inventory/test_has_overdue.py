"""inventory.has_overdue: whether it is worth making room."""

from tests.support import factories


def test_it_is_so_when_the_time_of_a_hold_of_the_sku_is_up(db, level):
    other = factories.stock(factories.product().sku, level.location_id)
    level.hold(4, minutes=5)
    assert db.call("inventory.has_overdue", p_variant_ids=[level.variant_id]) is False
    level.wait(5)
    assert db.call("inventory.has_overdue", p_variant_ids=[level.variant_id]) is True
    assert db.call("inventory.has_overdue", p_variant_ids=[other]) is False
