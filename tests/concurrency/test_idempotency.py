"""Promise 4: the same request any number of times at once has one effect and one answer."""

from typing import Any

import pytest
from flask import Flask

from tests.support.api import ApiClient, api_token
from tests.support.channels import ADDRESS, channel, sold
from tests.support.together import together


@pytest.fixture
def connect(_app: Flask, committed_db: Any) -> Any:
    """A client for each thread, all with one token."""
    channel("market", "api")
    token = api_token()
    return lambda: ApiClient(_app, token)


def order(**given: Any) -> dict[str, Any]:
    return {"ship_to": ADDRESS, "lines": [{"sku": sold(quantity=100), "quantity": 1}], **given}


def test_the_same_key_fifty_times_at_once_is_one_order(connect, committed_db, assert_consistent):
    body = order()

    answers = together(*[lambda: connect().post("/orders", body, key="once") for _ in range(50)])

    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {answer.json["code"] for answer in answers if answer.status_code == 409} <= {"OM902"}
    assert len({answer.json["id"] for answer in answers if answer.status_code == 201}) == 1
    assert connect().post("/orders", body, key="once").headers["Idempotent-Replayed"] == "true"
    assert committed_db.value("select count(*) from orders.orders") == 1
    assert_consistent()


def test_the_same_order_under_fifty_keys_at_once_is_one_order(connect, committed_db, assert_consistent):
    body = order(external_id="A-1")

    answers = together(*[lambda: connect().post("/orders", body) for _ in range(50)])

    assert sorted(answer.status_code for answer in answers) == [200] * 49 + [201]
    assert len({answer.json["id"] for answer in answers}) == 1
    assert committed_db.value("select count(*) from orders.orders") == 1
    assert_consistent()


def test_of_different_requests_with_one_key_at_once_one_wins(connect, committed_db):
    bodies = [order(note=str(n)) for n in range(20)]

    answers = together(*[lambda body=body: connect().post("/orders", body, key="once") for body in bodies])

    assert [answer.status_code for answer in answers].count(201) == 1
    assert {answer.json.get("code") for answer in answers} <= {None, "OM902", "OM903"}
    assert committed_db.value("select count(*) from orders.orders") == 1


def test_a_crash_before_the_answer_is_kept_leaves_nothing(connect, committed_db, monkeypatch):
    body = order()
    monkeypatch.setattr("oms.api.orders._receipt", lambda _outcome: 1 / 0)
    assert failed(connect, body) == 500
    assert committed_db.value("select count(*) from orders.orders") == 0
    monkeypatch.undo()
    assert connect().post("/orders", body, key="once").status_code == 201


def failed(connect, body):
    try:
        return connect().post("/orders", body, key="once").status_code
    except (AssertionError, ZeroDivisionError):
        return 500
