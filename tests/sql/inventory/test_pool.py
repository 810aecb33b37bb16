"""inventory.pool: a SKU is sold unit by unit, and nothing else about it changes."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def pooled(db, level):
    db.call("inventory.pool", p_variant_id=level.variant_id)
    return level


@pytest.fixture
def buy(db):
    """Order so many of the one SKU there is."""
    sku = db.value("select sku from catalog.variants")
    return lambda quantity: factories.place_order(lines=[factories.line(sku, quantity)])


def seen(level):
    """Reserved, available and pooled, as everybody reads them."""
    found = level.db.row(
        "select reserved, available, pooled from inventory.stock where variant_id = :id", id=level.variant_id
    )
    return tuple(found)


def test_it_fills_with_the_first_sale(db, pooled, buy, assert_consistent):
    assert seen(pooled) == (0, 10, 0)
    buy(1)
    assert seen(pooled) == (1, 9, 9)
    assert pooled.figures == (10, 10)
    assert_consistent()


def test_sales_leave_the_level_alone(db, pooled, buy, assert_consistent):
    buy(1)
    before = db.value("select xmin::text from inventory.levels")
    buy(3)
    assert db.value("select xmin::text from inventory.levels") == before
    assert seen(pooled) == (4, 6, 6)
    assert_consistent()


def test_the_last_unit_is_sold_and_no_more(db, pooled, buy, assert_consistent):
    for _ in range(10):
        buy(1)
    with pytest.raises(DomainError) as refused:
        db.call("inventory.reserve", p_claims=pooled.claims(1))
    assert (refused.value.code, refused.value.detail["available"]) == ("OM101", 0)
    assert seen(pooled) == (10, 0, 0)
    assert_consistent()


def test_more_than_its_pool_comes_from_the_level_too(db, pooled, buy, assert_consistent):
    buy(1)
    db.call("inventory.receive", **pooled.here, p_quantity=5)
    buy(12)
    assert seen(pooled) == (13, 2, 2)
    assert_consistent()


def test_too_much_is_refused_and_leaves_everything(db, pooled, buy, assert_consistent):
    buy(1)
    with pytest.raises(DomainError) as refused:
        db.call("inventory.reserve", p_claims=pooled.claims(10))
    assert refused.value.detail["available"] == 9
    assert seen(pooled) == (1, 9, 9)
    assert_consistent()


def test_what_is_in_it_may_be_set_aside(db, pooled, buy, assert_consistent):
    buy(1)
    db.call("inventory.set_aside", **pooled.here, p_quantity=9, p_reason="damaged")
    assert seen(pooled) == (1, 0, 0)
    assert_consistent()


def test_what_it_lacks_comes_from_the_level(db, pooled, buy):
    buy(1)
    db.call("inventory.receive", **pooled.here, p_quantity=5)
    db.call("inventory.reserve", p_claims=pooled.claims(12))
    assert seen(pooled) == (13, 2, 2)


def test_it_holds_no_more_than_a_thousand_units(db, pooled, buy, assert_consistent):
    db.call("inventory.receive", **pooled.here, p_quantity=2990)
    buy(1)
    assert seen(pooled) == (1, 2999, 1000)
    pooled.hold(1)
    assert seen(pooled) == (2, 2998, 1000)
    assert_consistent()


def test_what_is_given_back_is_available(db, pooled, buy, assert_consistent):
    buy(6)
    db.call("orders.cancel", p_order_id=buy(4).id, p_reason="customer")
    assert seen(pooled) == (6, 4, 0)
    buy(4)
    assert_consistent()


def test_what_is_sold_leaves_the_house(pooled, buy, assert_consistent):
    order = buy(2)
    factories.ship(factories.works(order.id)[0].id)
    assert seen(pooled) == (0, 8, 8)
    assert_consistent()


def test_it_can_be_held_and_ordered(db, pooled, buy, assert_consistent):
    buy(1)
    pooled.hold(4)
    assert seen(pooled) == (5, 5, 5)
    db.call("inventory.receive", **pooled.here, p_quantity=5)
    order = factories.place_order(lines=[factories.line(db.value("select sku from catalog.variants"), 4)], hold="cart")
    assert order.is_backordered is False
    assert seen(pooled) == (5, 10, 5)
    assert_consistent()


def test_stock_can_be_corrected_down_to_what_is_promised(db, pooled, buy, assert_consistent):
    buy(3)
    db.call("inventory.adjust", **pooled.here, p_quantity=-7, p_reason="lost")
    assert seen(pooled) == (3, 0, 0)
    assert_consistent()


def test_safety_and_unavailable_stock_stay_out_of_it(db, pooled, buy, assert_consistent):
    buy(3)
    db.call("inventory.set_terms", **pooled.here, p_safety=2, p_bin="")
    assert seen(pooled) == (3, 5, 0)
    db.call("inventory.set_aside", **pooled.here, p_quantity=3, p_reason="damaged", p_note="")
    assert seen(pooled) == (3, 2, 0)
    buy(1)
    assert seen(pooled) == (4, 1, 1)
    assert_consistent()


def test_every_place_has_its_own(db, pooled, assert_consistent):
    sku, there = db.value("select sku from catalog.variants"), factories.location()
    factories.stock(sku, there, 3)
    for at in (there, pooled.location_id):
        factories.place_order(lines=[factories.line(sku)], source_location_ids=[at])
    stock = "select reserved, available, pooled from inventory.stock order by location_id"
    assert db.rows(stock) == [(1, 9, 9), (1, 2, 2)]
    assert_consistent()


def test_it_is_switched_on_once(db, pooled):
    db.call("inventory.pool", p_variant_id=pooled.variant_id)
    assert db.value("select count(*) from history.events where type = 'stock.pooled'") == 1


def test_it_is_not_for_kits_but_for_their_parts(db, level, assert_consistent):
    part = db.value("select sku from catalog.variants")
    kit = factories.kit({part: 2})
    with pytest.raises(DomainError) as refused:
        db.call("inventory.pool", p_variant_id=kit.id)
    assert (refused.value.code, refused.value.detail["sku"]) == ("OM132", kit.sku)
    db.call("inventory.pool", p_variant_id=level.variant_id)
    factories.place_order(lines=[factories.line(kit.sku, 3)])
    assert seen(level) == (6, 4, 4)
    assert_consistent()


def test_no_pool_where_units_are_told_apart(db):
    variant = factories.tracked()
    with pytest.raises(DomainError) as refused:
        db.call("inventory.pool", p_variant_id=variant.id)
    assert refused.value.code == "OM126"


def test_a_pool_ends_when_units_are_told_apart(db):
    variant = factories.product()
    db.call("inventory.pool", p_variant_id=variant.id)
    db.call("catalog.set_tracking", p_variant_id=variant.id, p_tracking="lot")
    assert not db.value("select exists (select from inventory.pools where variant_id = :id)", id=variant.id)
