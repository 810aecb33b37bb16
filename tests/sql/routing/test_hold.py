"""routing.hold: holds where an order would be sent from."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories

MADRID = {"latitude": 40.4, "longitude": -3.7}


@pytest.fixture
def sku(db: Any) -> int:
    """Three in Berlin, three in Madrid."""
    sku = factories.stocked(factories.location("BERLIN"), 3)
    return factories.stock(sku, factories.location("MADRID", **MADRID), 3)


def hold(db: Any, variant_id: int, quantity: int, key: str = "cart", **delivery: Any) -> dict[str, int]:
    """Hold and say where what is held."""
    lines = [{"variant_id": variant_id, "quantity": quantity}]
    given = {"p_kind": "checkout", "p_owner": "", "p_minutes": 15, "p_key": key}
    hold_id = db.call("routing.hold", p_lines=lines, p_delivery={"method": "ship", **delivery}, **given)
    found = db.rows(
        "select o.code, l.quantity from inventory.hold_lines as l join inventory.locations as o on o.id = l.location_id"
        " where l.hold_id = :id",
        id=hold_id,
    )
    return {line.code: line.quantity for line in found}


def test_it_holds_where_it_is_near(db: Any, sku: int) -> None:
    assert hold(db, sku, 2, country_code="ES") == {"MADRID": 2}
    assert hold(db, sku, 2, "other", country_code="PL") == {"BERLIN": 2}


def test_it_holds_in_the_store_where_it_is_picked_up(db: Any, sku: int) -> None:
    madrid = db.value("select id from inventory.locations where code = 'MADRID'")
    assert hold(db, sku, 1, method="pickup", location_id=madrid) == {"MADRID": 1}


def test_it_holds_in_several_places(db: Any, sku: int, assert_consistent: Any) -> None:
    assert hold(db, sku, 5, country_code="ES") == {"MADRID": 3, "BERLIN": 2}
    assert_consistent()


def test_it_holds_only_where_the_channel_is_served_from(db: Any, sku: int) -> None:
    berlin = db.value("select id from inventory.locations where code = 'BERLIN'")
    assert hold(db, sku, 1, country_code="ES", source_location_ids=[berlin]) == {"BERLIN": 1}


def test_it_counts_its_own_units_when_it_changes(db: Any, sku: int, assert_consistent: Any) -> None:
    hold(db, sku, 5)
    assert sum(hold(db, sku, 6).values()) == 6
    assert_consistent()


def test_it_says_what_is_short(db: Any, sku: int) -> None:
    with pytest.raises(DomainError) as refused:
        hold(db, sku, 7)
    assert refused.value.code == "OM101"
    assert (refused.value.detail["wanted"], refused.value.detail["available"]) == (7, 6)
    assert db.value("select count(*) from inventory.holds") == 0


def test_it_takes_over_from_holds_whose_time_is_up(db: Any, sku: int, assert_consistent: Any) -> None:
    hold(db, sku, 6, "earlier")
    db.value("select set_config('oms.now', (db.now() + interval '16 minutes')::text, true)")
    assert sum(hold(db, sku, 6, "later").values()) == 6
    assert_consistent()


def test_of_a_kit_it_holds_the_components(db: Any, sku: int, assert_consistent: Any) -> None:
    part = db.value("select sku from catalog.variants where id = :id", id=sku)
    kit = factories.kit({part: 2})
    assert hold(db, kit.id, 1, country_code="ES") == {"MADRID": 2}
    with pytest.raises(DomainError) as refused:
        hold(db, kit.id, 3, "other")
    assert (refused.value.detail["sku"], refused.value.detail["available"]) == (part, 4)
    assert_consistent()
