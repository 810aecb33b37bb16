"""Webhooks: only what is signed with the channel's secret is kept, once, as it arrived."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from oms.channels.shopify.webhooks import BYTES_MAX, signature
from oms.db import call, row, value
from tests.support.channels import SECRET, channel
from tests.support.shopify import order_payload, send


@pytest.fixture(autouse=True)
def _shop(db: Any) -> None:
    channel()


def kept() -> int:
    return int(value("select count(*) from channels.inbox"))


def test_it_keeps_a_delivery_as_it_arrived(client: FlaskClient) -> None:
    body = b'{"id": 820982911946154508, "price": 10.00, "nul": "\\u0000"}'
    answer = send(client, body, **{"X-Shopify-Webhook-Id": "d-1"})
    assert (answer.status_code, answer.data) == (200, b"")
    delivery = row("select * from channels.inbox")
    assert (delivery.delivery_id, delivery.topic, delivery.body) == ("d-1", "orders/create", body.decode())
    assert value("select kind from tasks.tasks") == "channels.process"


@given(bit=st.integers(min_value=0))
def test_it_refuses_every_flipped_bit(client: FlaskClient, bit: int) -> None:
    body = bytearray(json.dumps(order_payload()).encode())
    signed = signature(SECRET, bytes(body))
    body[bit // 8 % len(body)] ^= 1 << bit % 8
    answer = client.post(
        "/webhooks/shopify/shop",
        data=bytes(body),
        headers={"X-Shopify-Hmac-Sha256": signed, "X-Shopify-Topic": "orders/create"},
    )
    assert answer.status_code == 401
    assert kept() == 0


@pytest.mark.parametrize(
    "signed",
    [
        "",
        "nonsense",
        "ä",
        signature("a secret of somebody else", b"{}"),
        signature(SECRET, b"{}").lower(),
        signature(SECRET, b"{}") + ", " + signature(SECRET, b"{}"),
        signature(SECRET, b""),
    ],
)
def test_it_refuses_a_wrong_signature(client: FlaskClient, signed: str) -> None:
    headers = {"X-Shopify-Hmac-Sha256": signed.encode().decode("latin-1"), "X-Shopify-Topic": "orders/create"}
    assert client.post("/webhooks/shopify/shop", data=b"{}", headers=headers).status_code == 401
    assert kept() == 0


def test_it_refuses_without_a_signature(client: FlaskClient) -> None:
    assert client.post("/webhooks/shopify/shop", data=b"{}").status_code == 401


def test_it_refuses_the_secret_that_was_replaced(client: FlaskClient) -> None:
    call("channels.set_secret", p_channel="shop", p_secret="another secret, as long as that")
    assert send(client, {"id": 1}).status_code == 401


@pytest.mark.parametrize("code", ["none", "api", "off"])
def test_it_says_the_same_of_channels_that_take_none(client: FlaskClient, code: str) -> None:
    channel("api", "api")
    channel("off", is_active=False)
    headers = {"X-Shopify-Hmac-Sha256": signature(SECRET, b"{}")}
    answer = client.post(f"/webhooks/shopify/{code}", data=b"{}", headers=headers)
    assert (answer.status_code, answer.text) == (401, "wrong signature\n")


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"7", b'"text"', b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000])
def test_it_refuses_what_is_no_json(client: FlaskClient, body: bytes) -> None:
    assert send(client, body).status_code == 400
    assert kept() == 0


def test_it_refuses_what_is_too_large_before_it_reads_it(client: FlaskClient) -> None:
    assert send(client, b" " * (BYTES_MAX + 1)).status_code == 413
    assert send(client, b"[" + b" " * (BYTES_MAX - 2) + b"]").status_code == 200


def test_it_keeps_a_delivery_that_comes_again_once(client: FlaskClient) -> None:
    payload = order_payload()
    for _ in range(3):
        assert send(client, payload, **{"X-Shopify-Webhook-Id": "d-1"}).status_code == 200
    assert kept() == 1


def test_it_knows_a_delivery_without_an_id_by_its_content(client: FlaskClient) -> None:
    payload = order_payload()
    for topic in ("orders/create", "orders/create", "orders/updated"):
        send(client, payload, topic)
    send(client, payload, "orders/paid", **{"X-Shopify-Webhook-Id": "x" * 1000})
    assert kept() == 3


def test_it_is_for_posting_only_and_asks_for_no_login(client: FlaskClient) -> None:
    assert client.get("/webhooks/shopify/shop").status_code == 405
    assert send(client, {"id": 1}, **{"Sec-Fetch-Site": "cross-site"}).status_code == 200
