"""The event log."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from oms.db import Actor, acting_as


def test_it_says_what_happened_to_what_by_whom_and_when(db):
    with acting_as(Actor("person", 7, "Alice")):
        event_id = db.call(
            "history.record",
            p_subject="order",
            p_subject_id=3,
            p_type="order.note",
            p_data={"text": "hello"},
            p_location_id=5,
        )
    event = db.row("select * from history.events where id = :id", id=event_id)
    assert (event.subject, event.subject_id, event.type, event.data) == ("order", 3, "order.note", {"text": "hello"})
    assert (event.actor, event.actor_name, event.location_id) == ("person:7", "Alice", 5)
    assert event.occurred_at == db.now()


def test_it_may_have_happened_earlier(db):
    then = db.now() - timedelta(days=2)
    event_id = db.call(
        "history.record", p_subject="order", p_subject_id=3, p_type="payment.capture", p_occurred_at=then
    )
    assert db.value("select occurred_at from history.events where id = :id", id=event_id) == then


@pytest.mark.parametrize("change", ["update history.events set type = 'x'", "delete from history.events"])
def test_nobody_changes_what_is_written(db, owner, change):
    db.call("history.record", p_subject="order", p_subject_id=3, p_type="order.note")
    with pytest.raises(DBAPIError, match="append-only"):
        owner(change)
