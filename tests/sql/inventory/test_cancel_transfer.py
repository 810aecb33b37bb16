import pytest

from oms.db import DomainError


@pytest.mark.parametrize("steps", [[], ["ready"]])
def test_it_frees_what_was_reserved(transfer, assert_consistent, steps):
    for step in steps:
        transfer.step(step)
    transfer.step("cancel")
    assert transfer.now.state == "canceled"
    assert transfer.source.figures == (10, 0)
    assert_consistent()


def test_it_is_too_late_once_it_was_sent(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.step("cancel")
    assert refused.value.code == "transfers_transition_lawful"


def test_a_draft_can_be_given_up_from_either_end(transfer):
    with transfer.seen_from(transfer.destination):
        transfer.step("cancel")
    assert transfer.now.state == "canceled"


def test_what_is_ready_is_given_up_at_the_source(transfer):
    transfer.step("ready")
    with transfer.seen_from(transfer.destination), pytest.raises(DomainError) as refused:
        transfer.step("cancel")
    assert refused.value.code == "OM403"
