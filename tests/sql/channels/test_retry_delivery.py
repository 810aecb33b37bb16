"""channels.retry_delivery: a delivery that failed is processed again."""

from typing import Any

from oms.db import Actor, acting_as, call, row, value
from tests.support.channels import channel


def failed() -> int:
    call("channels.receive", p_channel=channel(), p_delivery_id="1", p_topic="orders/create", p_body="{}")
    delivery_id = int(value("select id from channels.inbox"))
    call("channels.finish_delivery", p_id=delivery_id, p_state="failed", p_refusal="OM102")
    return delivery_id


def test_it_is_work_again(db: Any) -> None:
    delivery_id = failed()
    assert call("channels.retry_delivery", p_id=delivery_id) is True
    assert call("channels.retry_delivery", p_id=delivery_id) is False
    kept = row("select * from channels.inbox")
    assert (kept.state, kept.refusal) == ("received", "")
    assert value("select count(*) from tasks.tasks") == 2


def test_it_is_not_for_people_of_one_location(db: Any) -> None:
    delivery_id = failed()
    with acting_as(Actor("person", 8, "Bob", (1,))):
        assert call("channels.retry_delivery", p_id=delivery_id) is False
