import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load, lot_id


def set_tracking(db, variant_id, tracking, **given):
    db.call("catalog.set_tracking", p_variant_id=variant_id, p_tracking=tracking, **given)


def test_it_says_how_units_are_told_apart(db):
    variant = factories.product()
    set_tracking(db, variant.id, "lot", p_has_expiry=True)
    told = db.row("select tracking, has_expiry from catalog.variants where id = :id", id=variant.id)
    assert tuple(told) == ("lot", True)


def test_levels_know_it(db):
    at = factories.location()
    variant = factories.product()
    factories.stock(variant.sku, at, 1)
    db.call("inventory.adjust", p_variant_id=variant.id, p_location_id=at, p_quantity=-1, p_reason="lost")
    set_tracking(db, variant.id, "serial")
    assert db.value("select is_tracked from inventory.levels")
    set_tracking(db, variant.id, "none")
    assert not db.value("select is_tracked from inventory.levels")


def test_it_is_refused_while_there_is_stock(db):
    variant = factories.product()
    factories.stock(variant.sku, factories.location(), 1)
    with pytest.raises(DomainError) as refused:
        set_tracking(db, variant.id, "lot")
    assert (refused.value.code, refused.value.detail) == ("OM122", {"sku": variant.sku})


@pytest.mark.parametrize(
    ("tracking", "has_expiry", "code"),
    [("batch", False, "variants_tracking_known"), ("serial", True, "variants_expiry_needs_lots")],
)
def test_it_knows_what_there_is_to_choose(db, tracking, has_expiry, code):
    with pytest.raises(DomainError) as refused:
        set_tracking(db, factories.product().id, tracking, p_has_expiry=has_expiry)
    assert refused.value.code == code


def test_it_knows_no_other_sku(db):
    with pytest.raises(DomainError) as refused:
        set_tracking(db, 0, "lot")
    assert refused.value.code == "OM404"


def test_not_while_some_are_on_their_way(db):
    """Nobody could say of which lot they are; drafts forget which they were to send."""
    variant, here, there = factories.product(), factories.location(), factories.location()
    factories.stock(variant.sku, here, 2)
    ends = {"p_source_id": here, "p_destination_id": there}
    transfer_id = db.call("inventory.create_transfer", **ends, p_lines=[{"sku": variant.sku, "quantity": 2}])
    for step in ("ready", "send"):
        db.call(f"inventory.{step}_transfer", p_transfer_id=transfer_id)
    with pytest.raises(DomainError) as refused:
        set_tracking(db, variant.id, "lot")
    assert (refused.value.code, refused.value.detail["transfer"]) == ("OM195", f"T-{transfer_id}")
    db.call("inventory.close_transfer", p_transfer_id=transfer_id, p_reason="Lost")
    set_tracking(db, variant.id, "lot")


def test_drafts_forget_what_they_had_chosen(db):
    variant, here, there = factories.tracked(), factories.location(), factories.location()
    factories.lots(variant.id, here, A=1)
    lines = [{"sku": variant.sku, "quantity": 1, "lots": [{"code": "A", "quantity": 1}]}]
    db.call("inventory.create_transfer", p_source_id=here, p_destination_id=there, p_lines=lines)
    lot_id = db.value("select id from inventory.lots")
    given = {"p_lot_id": lot_id, "p_location_id": here, "p_quantity": -1, "p_reason": "lost"}
    db.call("inventory.adjust_lot", **given)
    set_tracking(db, variant.id, "none")
    assert db.value("select count(*) from inventory.transfer_lots") == 0


def test_what_was_sent_is_remembered(db):
    load = Load(factories.tracked(), 2, A=2).send()
    load.receive(2)
    given = {"p_location_id": load.there, "p_quantity": -2, "p_reason": "lost"}
    db.call("inventory.adjust_lot", p_lot_id=lot_id("A"), **given)
    set_tracking(db, load.variant.id, "none")
    assert load.lots == {"A": 2}
