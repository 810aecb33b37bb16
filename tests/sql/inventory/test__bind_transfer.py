"""Which lots a transfer takes along: what was chosen, then what expires first."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load, lot_id


@pytest.fixture
def milk(db):
    """Six of ten go; four expire early, four late, two never."""
    return Load(factories.tracked(), 6, NEVER=2, LATE=(4, "2100-02-01"), EARLY=(4, "2100-01-01"))


def test_what_expires_first_goes_first(milk, assert_consistent):
    milk.step("ready")
    assert milk.lots == {"EARLY": 4, "LATE": 2}
    assert milk.at(milk.here) == {"EARLY": (4, 4, 0), "LATE": (4, 2, 0), "NEVER": (2, 0, 0)}
    assert_consistent()


def test_what_was_chosen_goes_before_that(milk, assert_consistent):
    milk.line(milk.variant.sku, 3, p_lot="LATE")
    milk.step("ready")
    assert milk.lots == {"LATE": 3, "EARLY": 3}
    assert_consistent()


def test_more_than_there_is_of_a_lot_is_refused(db, milk):
    milk.line(milk.variant.sku, 5, p_lot="LATE")
    with pytest.raises(DomainError) as refused:
        milk.step("ready")
    assert (refused.value.code, refused.value.detail) == ("OM191", {"lot": "LATE", "free": 4})
    assert milk.state == "draft"


def test_what_an_order_has_does_not_go(milk, assert_consistent):
    factories.place_order(lines=[factories.line(milk.variant.sku, 4)])
    milk.step("ready")
    assert milk.lots == {"LATE": 4, "NEVER": 2}
    assert_consistent()


def test_what_has_expired_does_not_go(db, milk, assert_consistent):
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    milk.step("ready")
    assert milk.lots == {"LATE": 4, "NEVER": 2}


def test_what_has_expired_does_not_go_even_if_it_was_chosen(db, milk):
    milk.line(milk.variant.sku, 2, p_lot="EARLY")
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    with pytest.raises(DomainError) as refused:
        milk.step("ready")
    assert (refused.value.code, refused.value.detail["free"]) == ("OM191", 0)


@pytest.mark.parametrize("step", ["reopen", "cancel"])
def test_it_gives_them_back(milk, step, assert_consistent):
    milk.line(milk.variant.sku, 1, p_lot="LATE")
    milk.step("ready")
    milk.step(step)
    assert milk.lots == {}
    assert milk.level(milk.here) == (10, 0, 0, 0)
    assert_consistent()


def test_what_was_chosen_is_remembered_when_it_is_a_draft_again(milk):
    milk.line(milk.variant.sku, 3, p_lot="LATE")
    for step in ("ready", "reopen", "ready"):
        milk.step(step)
    assert milk.lots == {"LATE": 3, "EARLY": 3}


def test_a_lot_that_is_recalled_meanwhile_is_not_sent(db, milk, assert_consistent):
    milk.step("ready")
    db.call("inventory.recall_lot", p_lot_id=lot_id("EARLY"), p_reason="Glass")
    with pytest.raises(DomainError) as refused:
        milk.step("send")
    assert (refused.value.code, refused.value.detail) == ("OM196", {"lot": "EARLY"})
    milk.step("reopen")
    milk.send()
    assert milk.under_way == {"LATE": 4, "NEVER": 2}
    assert milk.at(milk.here)["EARLY"] == (4, 0, 4)
    assert_consistent()


def test_what_is_set_aside_of_a_lot_does_not_go(db, milk):
    given = {"p_variant_id": milk.variant.id, "p_location_id": milk.here, "p_quantity": 3, "p_reason": "damaged"}
    db.call("inventory.set_aside", **given, p_lot_id=lot_id("LATE"))
    milk.line(milk.variant.sku, 2, p_lot="LATE")
    with pytest.raises(DomainError) as refused:
        milk.step("ready")
    assert (refused.value.code, refused.value.detail["free"]) == ("OM191", 1)
