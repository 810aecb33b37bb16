"""Repeating a request is safe."""

import pytest

from tests.support.channels import channel, incoming, sold


@pytest.fixture
def body(db):
    """An order without an id of its own: only the key makes it one."""
    channel("market", "api")
    return {"ship_to": incoming()["ship_to"], "lines": [{"sku": sold(), "quantity": 1}]}


def test_it_gives_the_first_answer_again(api, db, body):
    first = api.post("/orders", body, key="once")
    second = api.post("/orders", body, key="once")
    assert (second.status_code, second.json, second.location) == (201, first.json, first.location)
    assert second.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert db.value("select count(*) from orders.orders") == 1


def test_another_key_is_another_request(api, db, body):
    api.post("/orders", body, key="one")
    api.post("/orders", body, key="two")
    assert db.value("select count(*) from orders.orders") == 2


def test_it_refuses_another_body(api, db, body):
    api.post("/orders", body, key="once")
    refused = api.post("/orders", body | {"note": "other"}, key="once")
    assert (refused.status_code, refused.json["code"]) == (422, "OM903")
    assert db.value("select count(*) from orders.orders") == 1


def test_it_refuses_another_address(api, body):
    api.post("/orders", body, key="once")
    assert api.post("/orders/ord_" + "0" * 32 + "/cancellation", {"reason": "x"}, key="once").json["code"] == "OM903"


def test_keys_of_one_token_are_nothing_to_another(api, connect, db, body):
    api.post("/orders", body, key="once")
    assert connect().post("/orders", body, key="once").status_code == 201
    assert db.value("select count(*) from orders.orders") == 2


def test_it_wants_a_key(api, db, body):
    refused = api.send("POST", "/orders", body)
    assert (refused.status_code, refused.json["code"]) == (400, "key-missing")
    assert api.send("POST", "/orders", body, Idempotency_Key="").json["code"] == "key-unfit"
    assert api.send("POST", "/orders", body, Idempotency_Key="k" * 256).json["code"] == "key-unfit"
    assert db.value("select count(*) from orders.orders") == 0


def test_it_keeps_an_order_in_quarantine_as_it_keeps_one_that_was_placed(api, db, body):
    body["lines"][0]["sku"] = "NO-SUCH"
    first = api.post("/orders", body, key="once")
    assert api.post("/orders", body, key="once").json == first.json
    assert db.value("select count(*) from channels.quarantine") == 1


def test_what_it_keeps_names_no_person(api, owner, body):
    api.post("/orders", body | {"customer": {"email": "dora@example.com", "name": "Dora Buys"}})
    ((kept,),) = owner("select body::text from api.idempotency_keys")
    assert "dora" not in kept.lower()
