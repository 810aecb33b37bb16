"""notifications.mark: how a message ended, once."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def message(db):
    factories.place_order()
    return lambda: db.row("select * from notifications.messages")


def mark(db, message, state):
    db.call("notifications.mark", p_message_id=message().id, p_state=state)


def test_it_notes_when_it_was_sent(db, message):
    mark(db, message, "sent")
    assert (message().state, message().sent_at) == ("sent", db.now())


def test_it_notes_what_will_never_be_taken(db, message):
    mark(db, message, "failed")
    assert (message().state, message().sent_at) == ("failed", None)


def test_it_does_not_change_what_has_ended(db, message):
    mark(db, message, "sent")
    mark(db, message, "failed")
    assert message().state == "sent"


def test_it_knows_the_states(db, message):
    with pytest.raises(DomainError) as refused:
        mark(db, message, "flown")
    assert refused.value.code == "messages_state_known"
