"""channels.receive: a delivery is kept as it arrived, once, with the work to process it."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.channels import channel


def receive(delivery_id: str = "d-1", body: str = '{"id": 1}', code: str = "shop") -> int | None:
    task_id: int | None = call(
        "channels.receive", p_channel=code, p_delivery_id=delivery_id, p_topic="orders/create", p_body=body
    )
    return task_id


def test_it_keeps_a_delivery_and_the_work_for_it(db: Any) -> None:
    channel()
    body = '{"id": 820982911946154508123, "rate": 0.0600, "nul": "\\u0000"}'
    task_id = receive(body=body)
    kept = row("select * from channels.inbox")
    assert (kept.state, kept.topic, kept.body) == ("received", "orders/create", body)
    task = row("select kind, args from tasks.tasks where id = :id", id=task_id)
    assert (task.kind, task.args) == ("channels.process", {"id": kept.id})


def test_it_keeps_the_same_delivery_once(db: Any) -> None:
    channel()
    assert receive() is not None
    assert receive() is None
    assert value("select count(*) from tasks.tasks") == value("select count(*) from channels.inbox") == 1


def test_it_tells_channels_apart(db: Any) -> None:
    channel("one")
    channel("two")
    assert receive(code="one") != receive(code="two")


def test_it_refuses_a_channel_that_is_not_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        receive(code="none")
    assert refused.value.code == "OM404"
