"""Jobs of stock."""

from typing import Any

from jobs.run import run_due
from tests.support import factories


def test_what_is_held_too_long_is_let_go(db: Any) -> None:
    at = factories.location()
    claims = [{"variant_id": factories.stock(factories.product().sku, at, 3), "location_id": at, "quantity": 3}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    for minutes, held in ((14, 3), (1, 0)):
        db.value("select set_config('oms.now', (db.now() + make_interval(mins => :n))::text, true)", n=minutes)
        db.call("tasks.enqueue", p_kind="inventory.expire_holds")
        run_due()
        assert db.value("select held from inventory.levels") == held


def test_what_expires_is_withdrawn(db: Any) -> None:
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, factories.location(), A=(3, "2100-01-01"))
    db.value("select set_config('oms.now', '2100-01-03T00:00Z', true)")
    db.call("tasks.enqueue", p_kind="inventory.withdraw_lots")
    run_due()
    assert factories.lot_levels(variant.id) == {"A": (3, 0, 3)}
