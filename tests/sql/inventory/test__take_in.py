"""What was sent arrives as the lots it was sent as; what became of each is known."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load, lot_id


@pytest.fixture
def milk(db):
    """Four of an early lot and two of a late one are on their way."""
    return Load(factories.tracked(has_expiry=True), 6, LATE=(4, "2100-02-01"), EARLY=(4, "2100-01-01")).send()


def test_on_their_way_they_are_nowhere(milk, assert_consistent):
    assert milk.under_way == {"EARLY": 4, "LATE": 2}
    assert (milk.level(milk.here), milk.level(milk.there)) == ((2, 0, 0, 0), (0, 0, 0, 6))
    assert_consistent()


def test_they_arrive_as_what_they_are(milk, assert_consistent):
    milk.receive(3, EARLY=2, LATE=1)
    assert milk.at(milk.there) == {"EARLY": (2, 0, 0), "LATE": (1, 0, 0)}
    assert milk.under_way == {"EARLY": 2, "LATE": 1}
    milk.receive(3)
    assert milk.at(milk.there) == {"EARLY": (4, 0, 0), "LATE": (2, 0, 0)}
    assert milk.state == "received"
    assert_consistent()


def test_what_is_damaged_is_unavailable_by_lot(milk, assert_consistent):
    receipt = milk.receive(3, "damaged", EARLY=2, LATE=1)
    assert milk.at(milk.there) == {"EARLY": (2, 0, 2), "LATE": (1, 0, 1)}
    assert milk.level(milk.there) == (3, 0, 3, 3)
    assert_consistent()
    milk.undo(receipt)
    assert milk.level(milk.there) == (0, 0, 0, 6)
    assert milk.under_way == {"EARLY": 4, "LATE": 2}
    assert_consistent()


def test_what_is_lost_never_comes_and_may_be_found_by_hand(milk, assert_consistent):
    milk.receive(1, "lost", LATE=1)
    assert milk.under_way == {"EARLY": 4, "LATE": 1}
    milk.step("close", p_reason="Fell off the truck")
    assert (milk.under_way, milk.state) == ({}, "received")
    factories.lots(milk.variant.id, milk.there, LATE=1)
    assert milk.at(milk.there) == {"LATE": (1, 0, 0)}
    assert_consistent()


def test_what_was_not_sent_is_surplus_of_any_lot(milk, assert_consistent):
    receipt = milk.receive(3, "surplus", EARLY=1, NEW=(2, "2100-05-01"))
    assert milk.at(milk.there) == {"EARLY": (1, 0, 0), "NEW": (2, 0, 0)}
    assert milk.under_way == {"EARLY": 4, "LATE": 2}
    assert_consistent()
    milk.undo(receipt)
    assert milk.level(milk.there) == (0, 0, 0, 6)
    assert_consistent()


def test_what_expires_on_the_way_is_unavailable_on_arrival(db, milk, assert_consistent):
    db.value("select set_config('oms.now', '2100-01-02T10:00Z', true)")
    milk.receive(6)
    assert milk.at(milk.there) == {"EARLY": (4, 0, 4), "LATE": (2, 0, 0)}
    assert milk.level(milk.there) == (6, 0, 4, 0)


def test_a_recall_reaches_what_is_on_its_way(db, milk, assert_consistent):
    db.call("inventory.recall_lot", p_lot_id=lot_id("EARLY"), p_reason="Glass")
    good = milk.receive(5, EARLY=3, LATE=2)
    damaged = milk.receive(1, "damaged")
    assert milk.at(milk.there) == {"EARLY": (4, 0, 4), "LATE": (2, 0, 0)}
    assert milk.level(milk.there) == (6, 0, 4, 0)
    assert_consistent()
    for receipt in (damaged, good):
        milk.undo(receipt)
    assert milk.level(milk.there) == (0, 0, 0, 6)
    assert_consistent()


def test_what_is_sold_there_is_not_undone(milk):
    receipt = milk.receive(6)
    factories.place_order(lines=[factories.line(milk.variant.sku, 6)], source_location_ids=[milk.there])
    with pytest.raises(DomainError) as refused:
        milk.undo(receipt)
    assert refused.value.code == "lot_levels_within_on_hand"


def test_sending_is_undone(milk, assert_consistent):
    milk.step("unsend")
    assert milk.at(milk.here) == {"EARLY": (4, 4, 0), "LATE": (4, 2, 0)}
    assert (milk.lots, milk.under_way) == ({"EARLY": 4, "LATE": 2}, {})
    assert_consistent()


def test_sending_again_sends_the_same(milk, assert_consistent):
    for step in ("unsend", "send"):
        milk.step(step)
    assert milk.under_way == {"EARLY": 4, "LATE": 2}
    assert_consistent()
