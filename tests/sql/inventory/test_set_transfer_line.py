import pytest

from oms.db import Actor, DomainError
from tests.support import factories


def set_line(transfer, quantity, code=None, **given):
    return transfer.db.call(
        "inventory.set_transfer_line",
        p_transfer_id=transfer.id,
        p_code=code or transfer.sku,
        p_quantity=quantity,
        **given,
    )


def test_it_sets_and_adds_and_takes_off(transfer):
    assert set_line(transfer, 4) == 4
    assert set_line(transfer, 1, p_adds=True) == 5
    assert set_line(transfer, 0) == 0
    assert transfer.line is None


def test_other_lines_stay(transfer):
    other = factories.product().sku
    set_line(transfer, 2, other)
    set_line(transfer, 0)
    assert set_line(transfer, 1, other, p_adds=True) == 3


def test_it_reads_barcodes(transfer):
    factories.product("CUP", barcodes=["04006381333931"])
    assert set_line(transfer, 3, "4006381333931") == 3


def test_a_code_is_that_of_the_sku_before_it_is_a_barcode(db, transfer):
    factories.product("CUP", barcodes=["0777"])
    variant = factories.product("777")
    set_line(transfer, 3, "777")
    assert db.value("select max(variant_id) from inventory.transfer_lines") == variant.id


def test_it_makes_a_new_version(transfer):
    version = transfer.now.version
    set_line(transfer, 4)
    assert transfer.now.version == version + 1


def test_it_changes_drafts_only(transfer):
    transfer.step("ready")
    with pytest.raises(DomainError) as refused:
        set_line(transfer, 4)
    assert refused.value.code == "OM143"


def test_it_refuses_less_than_nothing(transfer):
    with pytest.raises(DomainError) as refused:
        set_line(transfer, -1)
    assert refused.value.code == "transfer_lines_quantity_positive"


def test_it_is_nobodys_elsewhere(db, transfer):
    with db.acting_as(Actor("person", 7, "Charlie", (factories.location(),))), pytest.raises(DomainError) as refused:
        set_line(transfer, 4)
    assert refused.value.code == "OM404"
