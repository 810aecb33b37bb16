"""notifications.tell: somebody of the team gets one mail about an order."""

from typing import Any

from oms.db import call, rows
from tests.support.factories import place_order
from tests.support.people import Hire


def test_it_queues_one_mail_in_their_language(db: Any, hire: Hire) -> None:
    order, alice = place_order(), hire(email="alice@example.com", language="de")
    told = {"p_order_id": order.id, "p_kind": "automation.told", "p_data": {"text": "Look"}, "p_key": "told:1"}
    for person_id in (alice, alice, 0):
        call("notifications.tell", **told, p_person_id=person_id)
    queued = rows("select recipient, language, data, state from notifications.messages where kind = 'automation.told'")
    assert [tuple(message) for message in queued] == [("alice@example.com", "de", {"text": "Look"}, "queued")]
    assert len(rows("select from tasks.tasks where dedupe_key like 'notifications.send:%'")) == 2  # and the customer's
