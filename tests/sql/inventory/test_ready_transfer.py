import pytest

from oms.db import DomainError


def test_it_reserves_at_the_source_so_that_no_order_takes_it(db, transfer, assert_consistent):
    transfer.step("ready")
    assert transfer.now.state == "ready"
    assert transfer.source.figures == (10, 6)
    with pytest.raises(DomainError) as refused:
        db.call("inventory.reserve", p_claims=transfer.source.claims(5))
    assert refused.value.code == "OM101"
    assert_consistent()


def test_it_refuses_more_than_is_available(db, transfer):
    db.call("inventory.reserve", p_claims=transfer.source.claims(5))
    with pytest.raises(DomainError) as refused:
        transfer.step("ready")
    assert (refused.value.code, refused.value.detail["available"]) == ("OM101", 5)
    assert transfer.now.state == "draft"


def test_it_refuses_an_empty_one(db, transfer):
    db.call("inventory.set_transfer_line", p_transfer_id=transfer.id, p_code=transfer.sku, p_quantity=0)
    with pytest.raises(DomainError) as refused:
        transfer.step("ready")
    assert refused.value.code == "OM142"


def test_it_refuses_a_version_that_somebody_has_changed(db, transfer):
    seen = transfer.now.version
    db.call("inventory.set_transfer_line", p_transfer_id=transfer.id, p_code=transfer.sku, p_quantity=7)
    with pytest.raises(DomainError) as refused:
        transfer.step("ready", p_version=seen)
    assert refused.value.code == "OM409"
    transfer.step("ready", p_version=seen + 1)
    assert transfer.now.version == seen + 2


def test_it_is_for_those_at_the_source(transfer):
    with transfer.seen_from(transfer.destination), pytest.raises(DomainError) as refused:
        transfer.step("ready")
    assert refused.value.code == "OM403"
    with transfer.seen_from(transfer.source):
        transfer.step("ready")


def test_it_happens_once(transfer):
    transfer.step("ready")
    with pytest.raises(DomainError) as refused:
        transfer.step("ready")
    assert refused.value.code == "OM143"
    assert transfer.source.figures == (10, 6)
