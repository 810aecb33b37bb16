"""What expires first goes first, and never what has expired."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def at(db):
    return factories.location()


def take(db, variant, at, quantity):
    with db.transaction():
        db.call("inventory.reserve", p_claims=[{"variant_id": variant.id, "location_id": at, "quantity": quantity}])
        taken = db.rows(
            "select t.code, x.quantity from inventory.take_lots(:variant_id, :at, :quantity) as x"
            " join inventory.lots as t on t.id = x.lot_id",
            variant_id=variant.id,
            at=at,
            quantity=quantity,
        )
    return [tuple(found) for found in taken]


def test_what_expires_first_goes_first(db, at):
    variant = factories.tracked()
    factories.lots(variant.id, at, NEVER=3, LATE=(3, "2100-02-01"), EARLY=(3, "2100-01-01"))
    assert take(db, variant, at, 4) == [("EARLY", 3), ("LATE", 1)]
    assert take(db, variant, at, 3) == [("LATE", 2), ("NEVER", 1)]


def test_what_is_set_aside_of_a_lot_stays(db, at):
    variant = factories.tracked()
    factories.lots(variant.id, at, A=3, B=3)
    given = {"p_quantity": 1, "p_reason": "damaged", "p_lot_id": db.value("select min(id) from inventory.lots")}
    db.call("inventory.set_aside", p_variant_id=variant.id, p_location_id=at, **given)
    assert take(db, variant, at, 3) == [("A", 2), ("B", 1)]
    assert take(db, variant, at, 1) == [("B", 1)]


def test_a_lot_is_good_until_the_end_of_its_day_where_it_is(db):
    kiritimati = factories.location(time_zone="Pacific/Kiritimati")
    honolulu = factories.location(time_zone="Pacific/Honolulu")
    variant = factories.tracked(has_expiry=True)
    for at in (kiritimati, honolulu):
        factories.lots(variant.id, at, A=(1, "2099-12-31"))
    db.value("select set_config('oms.now', '2100-01-01T02:00Z', true)")
    assert take(db, variant, honolulu, 1) == [("A", 1)]
    with pytest.raises(DomainError) as refused:
        take(db, variant, kiritimati, 1)
    assert refused.value.code == "OM101"


def test_an_order_never_gets_what_has_expired_since(db, at, assert_consistent):
    """The clock has not come round yet; the order finds out by itself."""
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, EARLY=(3, "2100-01-01"), LATE=(3, "2100-02-01"))
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    order = factories.place_order(lines=[factories.line(variant.sku, 5)])
    assert factories.lot_levels(variant.id) == {"EARLY": (3, 0, 3), "LATE": (3, 3, 0)}
    assert db.value("select backordered from demand.lines where request_id = :id", id=order.request_id) == 2


def test_a_hold_takes_its_lots_when_it_becomes_an_order(db, at, assert_consistent):
    variant = factories.tracked()
    factories.lots(variant.id, at, A=3)
    claims = [{"variant_id": variant.id, "location_id": at, "quantity": 2}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 0)}
    assert_consistent()
    factories.place_order(lines=[factories.line(variant.sku, 1)])
    assert factories.lot_levels(variant.id) == {"A": (3, 1, 0)}
    assert_consistent()
