import pytest

from oms.db import DomainError


def test_it_is_a_draft_again_and_promises_nothing(transfer, assert_consistent):
    transfer.step("ready")
    transfer.step("reopen")
    assert transfer.now.state == "draft"
    assert transfer.source.figures == (10, 0)
    assert_consistent()


def test_it_is_too_late_once_it_was_sent(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.step("reopen")
    assert refused.value.code == "transfers_transition_lawful"


def test_it_is_for_those_at_the_source(transfer):
    transfer.step("ready")
    with transfer.seen_from(transfer.destination), pytest.raises(DomainError) as refused:
        transfer.step("reopen")
    assert refused.value.code == "OM403"
