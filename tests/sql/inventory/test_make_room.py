"""inventory.make_room: what overdue holds keep is there for whoever needs it."""

from tests.support import factories


def test_it_ends_what_is_overdue_of_these_skus_only(db, level, assert_consistent):
    level.hold(4, "short", minutes=5)
    level.hold(3, "long", minutes=50)
    other = factories.stock(factories.product().sku, level.location_id)
    level.wait(5)
    db.call("inventory.make_room", p_variant_ids=[other])
    assert level.kept == (7, 7)
    db.call("inventory.make_room", p_variant_ids=[level.variant_id])
    assert (level.state_of("short"), level.kept) == ("expired", (3, 3))
    assert_consistent()
