"""A serial number is in one place: at a location, or on its way."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load, lot_id


@pytest.fixture
def phones(db):
    return Load(factories.tracked("serial"), 2, S1=1, S2=1).send()


def test_what_is_on_its_way_is_not_received_by_hand(db, phones):
    for at in (phones.here, phones.there):
        with pytest.raises(DomainError) as refused:
            factories.lots(phones.variant.id, at, S1=1)
        assert (refused.value.code, refused.value.detail["lot"]) == ("OM194", "S1")


def test_nor_found(db, phones):
    given = {"p_lot_id": lot_id("S1"), "p_location_id": phones.here, "p_quantity": 1, "p_reason": "found"}
    with pytest.raises(DomainError) as refused:
        db.call("inventory.adjust_lot", **given)
    assert refused.value.code == "OM194"


def test_nor_surplus(phones):
    with pytest.raises(DomainError) as refused:
        phones.receive(1, "surplus", S1=1)
    assert refused.value.code == "OM194"


def test_what_was_lost_may_be_found(phones, assert_consistent):
    phones.receive(1, "lost", S1=1)
    factories.lots(phones.variant.id, phones.here, S1=1)
    assert phones.at(phones.here)["S1"] == (1, 0, 0)
    assert_consistent()
