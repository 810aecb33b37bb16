"""inventory.unpool: what is left in the pool goes back to the level."""

from tests.support import factories


def test_nothing_is_lost_or_invented(db, level, assert_consistent):
    sku = db.value("select sku from catalog.variants")
    db.call("inventory.pool", p_variant_id=level.variant_id)
    factories.place_order(lines=[factories.line(sku, 3)])
    db.call("inventory.unpool", p_variant_id=level.variant_id)
    assert level.figures == (10, 3)
    assert db.value("select count(*) from history.events where type = 'stock.unpooled'") == 1
    assert db.value("select count(*) from inventory.pool_units") == 0
    factories.place_order(lines=[factories.line(sku, 7)])
    assert level.figures == (10, 10)
    assert_consistent()


def test_what_has_no_pool_stays_as_it_is(db, level):
    db.call("inventory.unpool", p_variant_id=level.variant_id)
    assert level.figures == (10, 0)
    assert db.value("select count(*) from history.events where type = 'stock.unpooled'") == 0
