"""channels.finish_delivery: what became of a delivery."""

from typing import Any

from oms.db import call, row
from tests.support.channels import channel, quarantined


def test_it_notes_the_outcome(db: Any) -> None:
    found = quarantined(channel=channel())
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="orders/create", p_body="{}")
    delivery = row("select id from channels.inbox")
    call("channels.finish_delivery", p_id=delivery.id, p_state="quarantined", p_quarantine_id=found.id)
    kept = row("select * from channels.inbox")
    assert (kept.state, kept.order_id, kept.quarantine_id, kept.refusal) == ("quarantined", None, found.id, "")
    assert kept.processed_at is not None
