"""channels.forget: personal data that is no longer needed goes."""

from typing import Any

from oms.db import call, row, value
from tests.support.channels import channel, quarantined, record


def test_it_lets_go_after_ninety_days(db: Any, owner: Any) -> None:
    found = quarantined(channel=channel())
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="orders/create", p_body="{}")
    call("channels.create_import", p_channel="shop", p_file_name="orders.csv", p_content=b"Name")
    call("channels.discard_quarantine", p_id=found.id, p_version=1)
    call("channels.forget")
    assert value("select body from channels.inbox") == "{}"

    owner("update channels.inbox set received_at = received_at - interval '91 days'")
    owner("update channels.imports set created_at = created_at - interval '91 days'")
    owner("update channels.quarantine set updated_at = updated_at - interval '91 days'")
    call("channels.forget")
    assert tuple(row("select i.body, f.content from channels.inbox as i, channels.imports as f")) == ("", b"")
    assert record(found.id).payload == {}
