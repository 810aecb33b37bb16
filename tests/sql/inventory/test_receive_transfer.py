import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_takes_in_in_several_goes(transfer, assert_consistent):
    transfer.send().receive(2)
    assert transfer.now.state == "partially_received"
    assert (transfer.destination.figures, transfer.incoming) == ((2, 0), 4)
    transfer.receive(4)
    assert transfer.now.state == "received"
    assert transfer.now.received_at is not None
    assert transfer.now.sent_at is not None
    assert (transfer.destination.figures, transfer.incoming) == ((6, 0), 0)
    assert transfer.destination.ledger[0].kind == "transfer_in"
    assert_consistent()


def test_whoever_looks_on_is_told_of_every_part(db, transfer):
    transfer.send()
    for _ in range(2):
        transfer.receive(1)
    told = db.rows("select type, data from history.events where subject = 'transfer' order by id desc limit 1")
    assert told == [("transfer.changed", {"number": transfer.now.number})]


def test_what_is_damaged_is_there_but_not_for_sale(transfer, assert_consistent):
    transfer.send().receive(2, "damaged", p_note="Box torn")
    assert transfer.destination.now.on_hand == 2
    assert transfer.destination.now.unavailable == 2
    assert (transfer.destination.ledger[0].reason, transfer.destination.ledger[0].note) == ("damaged", "Box torn")
    assert transfer.incoming == 4
    assert_consistent()


def test_what_was_not_sent_is_surplus(transfer, assert_consistent):
    transfer.send().receive(6)
    transfer.receive(1, "surplus")
    assert transfer.now.state == "received"
    assert transfer.line.surplus == 1
    assert transfer.destination.figures == (7, 0)
    assert_consistent()


def test_another_sku_stays_under_way(db, transfer, assert_consistent):
    other = factories.stocked(transfer.source.location_id, 3)
    db.call("inventory.set_transfer_line", p_transfer_id=transfer.id, p_code=other, p_quantity=3)
    transfer.send().receive(6)
    assert transfer.now.state == "partially_received"
    assert (transfer.destination.figures, transfer.incoming) == ((6, 0), 3)
    assert_consistent()


def test_it_refuses_more_than_is_under_way(transfer):
    transfer.send().receive(4)
    with pytest.raises(DomainError) as refused:
        transfer.receive(3)
    assert (refused.value.code, refused.value.detail["open"]) == ("OM141", 2)
    assert "surplus" in refused.value.message


def test_it_refuses_a_sku_that_is_not_on_it(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.step("receive", p_code=factories.product().sku, p_quantity=1)
    assert refused.value.code == "OM141"


def test_it_takes_in_nothing_twice(transfer):
    transfer.send().receive(6)
    with pytest.raises(DomainError) as refused:
        transfer.receive(6)
    assert refused.value.code == "OM141"
    assert transfer.destination.figures == (6, 0)


def test_the_same_form_twice_is_one_receipt(transfer):
    transfer.send()
    assert transfer.receive(2, p_key="form") == transfer.receive(2, p_key="form")
    assert transfer.destination.figures == (2, 0)


@pytest.mark.parametrize("quantity", [0, -1])
def test_it_refuses_nothing_and_less(transfer, quantity):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.receive(quantity)
    assert refused.value.code == "OM103"


def test_it_refuses_what_was_not_sent_yet(transfer):
    transfer.step("ready")
    with pytest.raises(DomainError) as refused:
        transfer.receive(1)
    assert refused.value.code == "OM143"


def test_it_knows_what_can_become_of_goods(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.receive(1, "eaten")
    assert refused.value.code == "transfer_receipts_outcome_known"


def test_it_is_for_those_at_the_destination(transfer):
    transfer.send()
    with transfer.seen_from(transfer.source), pytest.raises(DomainError) as refused:
        transfer.receive(1)
    assert refused.value.code == "OM403"
    with transfer.seen_from(transfer.destination):
        transfer.receive(1)
