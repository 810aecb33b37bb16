import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_writes_down_what_never_came(transfer, assert_consistent):
    transfer.send().receive(4)
    assert transfer.step("close", p_reason="Fell off the truck") == 2
    assert transfer.now.state == "received"
    assert (transfer.line.sent, transfer.line.received, transfer.line.lost) == (6, 4, 2)
    assert transfer.incoming == 0
    assert_consistent()


def test_what_came_whole_is_not_written_down(db, transfer, assert_consistent):
    other = factories.stocked(transfer.source.location_id, 3)
    db.call("inventory.set_transfer_line", p_transfer_id=transfer.id, p_code=other, p_quantity=3)
    transfer.send().receive(6)
    assert transfer.step("close", p_reason="Fell off the truck") == 3
    assert_consistent()


def test_it_needs_a_reason(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.step("close", p_reason=" ")
    assert refused.value.code == "OM104"


def test_it_closes_only_what_is_under_way(transfer):
    transfer.send().receive(6)
    with pytest.raises(DomainError) as refused:
        transfer.step("close", p_reason="Lost")
    assert refused.value.code == "OM143"


def test_it_refuses_a_version_that_somebody_has_changed(transfer):
    seen = transfer.send().now.version
    transfer.receive(2)
    with pytest.raises(DomainError) as refused:
        transfer.step("close", p_reason="Lost", p_version=seen)
    assert refused.value.code == "OM409"


def test_it_is_for_those_at_the_destination(transfer):
    transfer.send()
    with transfer.seen_from(transfer.source), pytest.raises(DomainError) as refused:
        transfer.step("close", p_reason="Lost")
    assert refused.value.code == "OM403"
