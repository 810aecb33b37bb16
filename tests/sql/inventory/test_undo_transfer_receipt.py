import pytest

from oms.db import DomainError
from tests.support import factories


def undo(transfer, receipt_id):
    transfer.db.call("inventory.undo_transfer_receipt", p_receipt_id=receipt_id)


@pytest.mark.parametrize("outcome", ["received", "damaged", "lost", "surplus"])
def test_it_is_as_if_nothing_had_been_said(transfer, assert_consistent, outcome):
    receipt_id = transfer.send().receive(3, outcome)
    undo(transfer, receipt_id)
    assert transfer.now.state == "in_transit"
    assert transfer.destination.figures == (0, 0)
    assert transfer.destination.now.unavailable == 0
    assert transfer.incoming == 6
    assert_consistent()


def test_a_received_transfer_is_open_again(transfer):
    transfer.send().receive(4)
    undo(transfer, transfer.receive(2))
    assert transfer.now.state == "partially_received"
    assert transfer.now.received_at is None


def test_it_undoes_once(transfer):
    receipt_id = transfer.send().receive(3)
    transfer.receive(3)
    undo(transfer, receipt_id)
    with pytest.raises(DomainError) as refused:
        undo(transfer, receipt_id)
    assert refused.value.code == "transfer_receipts_undone_once"
    assert transfer.destination.figures == (3, 0)


def test_what_was_undone_is_not_undone(db, transfer):
    undo(transfer, transfer.send().receive(3))
    with pytest.raises(DomainError) as refused:
        undo(transfer, db.value("select max(id) from inventory.transfer_receipts"))
    assert refused.value.code == "OM404"


def test_it_never_takes_what_is_promised(db, transfer):
    receipt_id = transfer.send().receive(3)
    db.call("inventory.reserve", p_claims=transfer.destination.claims(2))
    with pytest.raises(DomainError) as refused:
        undo(transfer, receipt_id)
    assert refused.value.code == "levels_reserved_within_on_hand"


def test_what_is_in_a_pool_is_brought_back_for_it(db, transfer, assert_consistent):
    db.call("inventory.pool", p_variant_id=transfer.destination.variant_id)
    transfer.send().receive(1)
    receipt_id = transfer.receive(2)
    line = factories.line(transfer.sku)
    factories.place_order(lines=[line], source_location_ids=[transfer.destination.location_id])
    undo(transfer, receipt_id)
    assert transfer.destination.figures == (1, 1)
    assert_consistent()


def test_it_knows_what_it_undoes(transfer):
    with pytest.raises(DomainError) as refused:
        undo(transfer, 999_999)
    assert refused.value.code == "OM404"


def test_it_is_for_those_at_the_destination(transfer):
    receipt_id = transfer.send().receive(3)
    with transfer.seen_from(transfer.source), pytest.raises(DomainError) as refused:
        undo(transfer, receipt_id)
    assert refused.value.code == "OM403"
