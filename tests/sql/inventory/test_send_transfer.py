import pytest

from oms.db import DomainError


def test_it_leaves_the_source_and_is_on_its_way(transfer, assert_consistent):
    transfer.send()
    assert transfer.now.state == "in_transit"
    assert transfer.now.sent_at is not None
    assert transfer.source.figures == (4, 0)
    assert transfer.destination.figures == (0, 0)
    assert transfer.incoming == 6
    movement = transfer.source.ledger[0]
    assert (movement.kind, movement.quantity, movement.cause, movement.cause_id) == (
        "transfer_out",
        -6,
        "transfer",
        transfer.id,
    )
    assert_consistent()


def test_it_sends_only_what_is_ready(transfer):
    with pytest.raises(DomainError) as refused:
        transfer.step("send")
    assert refused.value.code == "transfers_transition_lawful"


def test_it_sends_once(transfer):
    transfer.send()
    with pytest.raises(DomainError) as refused:
        transfer.step("send")
    assert refused.value.code == "OM143"
    assert transfer.source.figures == (4, 0)


def test_it_is_for_those_at_the_source(transfer):
    transfer.step("ready")
    with transfer.seen_from(transfer.destination), pytest.raises(DomainError) as refused:
        transfer.step("send")
    assert refused.value.code == "OM403"


def test_it_is_heard_at_both_ends(db, transfer):
    transfer.send()
    for end in (transfer.source, transfer.destination):
        with transfer.seen_from(end):
            told = db.rows(
                "select type from history.events where subject = 'transfer' and subject_id = :id", id=transfer.id
            )
        assert [event.type for event in told][-1] == "transfer.in_transit"
