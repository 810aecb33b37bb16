"""Somebody says which lots go along."""

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.transfers import Load, lot_id


@pytest.fixture
def milk(db):
    return Load(factories.tracked(), 3, A=4, B=4)


def chosen(db):
    found = db.rows(
        "select t.code, x.chosen from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id"
    )
    return {lot.code: lot.chosen for lot in found}


def test_it_is_part_of_how_many_go(db, milk):
    assert milk.line(milk.variant.sku, 2, p_lot="B") == 3
    assert milk.line(milk.variant.sku, 3, p_lot="A") == 5
    assert milk.line(milk.variant.sku, 0, p_lot="B") == 5
    assert chosen(db) == {"A": 3}


def test_a_scanned_lot_is_one_more_of_it(db, milk):
    for _ in range(2):
        milk.line("b", 1, p_adds=True)
    assert chosen(db) == {"B": 2}


def test_serial_numbers_are_scanned_one_by_one(db, assert_consistent):
    phones = Load(factories.tracked("serial"), 1, S1=1, S2=1, S3=1)
    for code in ("S3", "S2"):
        phones.line(code, 1, p_adds=True)
    phones.send()
    assert phones.under_way == {"S2": 1, "S3": 1}
    assert_consistent()


def test_a_serial_number_is_one_unit(db):
    phones = Load(factories.tracked("serial"), 1, S1=1, S2=1)
    for _ in range(2):
        phones.line("S2", 1, p_adds=True)
    with pytest.raises(DomainError) as refused:
        phones.step("ready")
    assert refused.value.code == "OM191"


def test_the_sku_comes_to_no_less(db, milk):
    milk.line(milk.variant.sku, 3, p_lot="B")
    with pytest.raises(DomainError) as refused:
        milk.line(milk.variant.sku, 2)
    assert (refused.value.code, refused.value.detail["chosen"]) == ("OM193", 3)
    milk.line(milk.variant.sku, 0)
    assert chosen(db) == {}


def test_a_lot_that_is_not_there_is_no_choice(milk):
    with pytest.raises(DomainError) as refused:
        milk.line(milk.variant.sku, 1, p_lot="C")
    assert refused.value.code == "OM191"
    with pytest.raises(DomainError) as refused:
        milk.line("C", 1, p_adds=True)
    assert refused.value.code == "OM140"


@pytest.mark.parametrize("quantity", [0, -1])
def test_none_of_it_is_no_line(db, milk, quantity):
    milk.line(milk.variant.sku, 0)
    with pytest.raises(DomainError) as refused:
        milk.line(milk.variant.sku, quantity, p_lot="A")
    assert refused.value.code == "transfer_lines_quantity_positive"


def test_a_code_that_two_skus_use_is_nobodys(db, milk):
    factories.lots(factories.tracked().id, milk.here, B=1)
    with pytest.raises(DomainError) as refused:
        milk.line("B", 1, p_adds=True)
    assert refused.value.code == "OM140"
    assert milk.line(milk.variant.sku, 1, p_lot="B") == 3


def test_a_transfer_begins_with_what_is_chosen(db):
    milk = Load(factories.tracked(), 1, A=4, B=4)
    lines = [{"sku": milk.variant.sku, "quantity": 3, "lots": [{"code": "B", "quantity": 2}]}]
    db.call("inventory.create_transfer", p_source_id=milk.here, p_destination_id=milk.there, p_lines=lines)
    assert chosen(db) == {"B": 2}


def test_as_many_as_were_chosen_may_go(db):
    load = Load(factories.tracked(), 3, A=4)
    load.line(load.variant.sku, 3, p_lot="A")
    assert load.line(load.variant.sku, 3) == 3


def test_a_lot_that_is_gone_is_no_code(db):
    load = Load(factories.tracked(), 3, A=1)
    given = {"p_location_id": load.here, "p_quantity": -1, "p_reason": "lost"}
    db.call("inventory.adjust_lot", p_lot_id=lot_id("A"), **given)
    with pytest.raises(DomainError) as refused:
        load.line("A", 1)
    assert refused.value.code == "OM140"
