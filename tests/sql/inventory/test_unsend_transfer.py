import pytest

from oms.db import DomainError


def test_it_is_back_and_reserved_as_before(transfer, assert_consistent):
    transfer.send().step("unsend")
    assert transfer.now.state == "ready"
    assert transfer.now.sent_at is None
    assert transfer.source.figures == (10, 6)
    assert transfer.incoming == 0
    assert_consistent()


@pytest.mark.parametrize("outcome", ["received", "surplus"])
def test_it_is_too_late_once_something_was_taken_in(transfer, outcome):
    transfer.send().receive(1, outcome)
    with pytest.raises(DomainError):
        transfer.step("unsend")
    assert transfer.source.figures == (4, 0)


def test_it_is_for_those_at_the_source(transfer):
    transfer.send()
    with transfer.seen_from(transfer.destination), pytest.raises(DomainError) as refused:
        transfer.step("unsend")
    assert refused.value.code == "OM403"


def test_a_draft_has_nothing_to_bring_back(transfer, assert_consistent):
    """From a draft to ready is lawful, and would make stock of nothing."""
    with pytest.raises(DomainError) as refused:
        transfer.step("unsend")
    assert refused.value.code == "OM143"
    assert (transfer.now.state, transfer.source.figures) == ("draft", (10, 0))
    assert_consistent()
