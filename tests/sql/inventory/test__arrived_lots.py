"""Which lot it is must be said where there is a doubt, and only there."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load


@pytest.fixture
def milk(db):
    return Load(factories.tracked(), 5, A=3, B=2).send()


def refused(load, *given, **more):
    with pytest.raises(DomainError) as found:
        load.receive(*given, **more)
    return found.value.code


def test_one_of_two_lots_must_be_named(milk):
    assert refused(milk, 1) == "OM192"
    milk.receive(1, B=1)
    milk.receive(2, A=2)
    assert milk.under_way == {"A": 1, "B": 1}


def test_all_of_them_need_no_name(milk, assert_consistent):
    milk.receive(5)
    assert milk.at(milk.there) == {"A": (3, 0, 0), "B": (2, 0, 0)}
    assert_consistent()


def test_the_only_one_needs_no_name(milk, assert_consistent):
    milk.receive(2, B=2)
    milk.receive(1)
    assert milk.under_way == {"A": 2}
    milk.receive(2, "lost")
    assert milk.state == "received"
    assert_consistent()


def test_a_scanned_lot_names_itself(milk, assert_consistent):
    milk.receive(1, code="b")
    assert milk.at(milk.there) == {"B": (1, 0, 0)}
    assert_consistent()


def test_no_more_of_a_lot_than_is_on_its_way(milk):
    with pytest.raises(DomainError) as found:
        milk.receive(3, B=3)
    assert (found.value.code, found.value.detail) == ("OM190", {"lot": "B", "wanted": 3, "open": 2})
    assert refused(milk, 1, C=1) == "OM190"
    assert refused(milk, 3, B=2, A=2) == "OM124"


def test_surplus_says_which(milk):
    assert refused(milk, 1, "surplus") == "OM192"
    assert refused(milk, 1, "surplus", **{"A B": 1}) == "lots_code_clean"


def test_surplus_of_the_only_lot_needs_no_name(db, assert_consistent):
    milk = Load(factories.tracked(has_expiry=True), 2, A=(2, "2100-01-01")).send()
    milk.receive(1, "surplus")
    assert milk.at(milk.there) == {"A": (1, 0, 0)}
    assert refused(milk, 1, "surplus", NEW=1) == "OM123"
    assert refused(milk, 1, "surplus", A=(1, "2100-01-02")) == "OM125"
    assert_consistent()


def test_lots_are_for_skus_that_ask(db):
    mugs = factories.stocked(at := factories.location())
    ends = {"p_source_id": at, "p_destination_id": factories.location()}
    transfer_id = db.call("inventory.create_transfer", **ends, p_lines=[{"sku": mugs, "quantity": 1}])
    for step in ("ready", "send"):
        db.call(f"inventory.{step}_transfer", p_transfer_id=transfer_id)
    given = {"p_transfer_id": transfer_id, "p_code": mugs, "p_quantity": 1, "p_lots": [{"code": "A", "quantity": 1}]}
    with pytest.raises(DomainError) as found:
        db.call("inventory.receive_transfer", **given)
    assert found.value.code == "OM127"


def test_the_same_serial_number_arrives_once(db, assert_consistent):
    phones = Load(factories.tracked("serial"), 2, S1=1, S2=1).send()
    phones.receive(1, code="S1")
    assert refused(phones, 1, code="S1") == "OM190"
    assert refused(phones, 1, "surplus", S1=1) == "lot_levels_serial_is_one"
    assert phones.under_way == {"S2": 1}
    assert_consistent()
