"""notifications.write and the trigger that queues what is to be written."""

from datetime import timedelta
from typing import Any

import pytest

from oms.db import Actor, acting_as
from tests.support import factories


def messages(db: Any) -> list[Any]:
    return db.rows("select * from notifications.messages order by id")


def kinds(db: Any) -> list[str]:
    return [message.kind for message in messages(db)]


def write(db: Any, message_id: int, subject: str) -> None:
    bodies = {"p_body_text": "text", "p_body_html": "<p>html</p>"}
    db.call("notifications.write", p_message_id=message_id, p_language="de", p_subject=subject, **bodies)


def test_it_keeps_the_words_once(db):
    factories.place_order()
    (message,) = messages(db)
    write(db, message.id, "First")
    write(db, message.id, "Second")
    assert (messages(db)[0].subject, messages(db)[0].language) == ("First", "de")


def test_it_is_asked_for_in_the_transaction_of_the_event(db):
    order = factories.place_order(language="fr")
    (message,) = messages(db)
    assert (message.order_id, message.kind, message.language) == (order.id, "order.placed", "fr")
    assert message.recipient == "dora@example.com"
    task = db.row("select args from tasks.tasks where kind = 'notifications.send'")
    assert task.args == {"message_id": message.id}


def test_it_is_asked_for_again_with_each_step_that_matters(db):
    order = factories.place_order()
    work = factories.works(order.id)[0]
    factories.deliver(factories.ship(work.id))
    db.call("invoices.issue", p_fulfillment_order_id=work.id)
    assert kinds(db) == ["order.placed", "fulfillment.shipped", "tracking.delivered", "invoice.issued"]


def test_it_tells_only_once_that_a_parcel_is_out_for_delivery(db):
    package_id = factories.ship(factories.works(factories.place_order().id)[0].id)
    for hour in (1, 2):
        db.call(
            "fulfillment.record_tracking",
            p_package_id=package_id,
            p_status="out_for_delivery",
            p_description="",
            p_place="",
            p_occurred_at=db.now() + timedelta(hours=hour),
        )
    assert kinds(db).count("tracking.out_for_delivery") == 1


@pytest.mark.parametrize("customer", [{"name": "No Mail"}, {"name": "Empty", "email": ""}])
def test_it_has_nothing_to_tell_who_has_no_address(db, customer):
    factories.place_order(customer=customer)
    assert messages(db) == []


def test_it_does_not_confirm_orders_of_the_past(db):
    factories.place_order(placed_at="2020-01-01T12:00:00Z")
    assert messages(db) == []


def test_it_is_seen_only_with_its_order(db):
    here, elsewhere = factories.location(), factories.location()
    factories.place_order(at=here)
    with acting_as(Actor("person", 1, "Bob", (here,))):
        assert len(messages(db)) == 1
    with acting_as(Actor("person", 2, "Charlie", (elsewhere,))):
        assert messages(db) == []
