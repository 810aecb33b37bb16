"""Promises 1 and 4 as other software meets them: the real web server, and fifty who ask it at the same moment."""

import http.client
import json
import os
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from jobs.run import run_due
from oms.channels.shopify.webhooks import signature
from oms.db import engine as oms_engine
from oms.launch.parent import dies_with_us
from tests.support import factories
from tests.support.api import api_token
from tests.support.channels import ADDRESS, SECRET, channel, sold
from tests.support.server import SECRET_KEY
from tests.support.shopify import order_payload
from tests.support.source import ROOT
from tests.support.tasks import eventually
from tests.support.together import together

AT_ONCE = 50


class Answer(NamedTuple):
    status: int
    body: Any


class Site:
    """OMS behind gunicorn, on a port of its own."""

    def __init__(self, port: int, token: str) -> None:
        self._port = port
        self._token = token

    def answers(self) -> bool:
        try:
            return bool(self.send("GET", "/healthz"))
        except OSError:
            return False

    def order(self, body: dict[str, Any], key: str) -> Answer:
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key, "Content-Type": "application/json"}
        return self.send("POST", "/api/v1/orders", json.dumps(body), headers)

    def deliver(self, payload: dict[str, Any], delivery_id: str) -> Answer:
        body = json.dumps(payload)
        headers = {
            "X-Shopify-Topic": "orders/create",
            "X-Shopify-Hmac-Sha256": signature(SECRET, body.encode()),
            "X-Shopify-Webhook-Id": delivery_id,
        }
        return self.send("POST", "/webhooks/shopify/shop", body, headers)

    def send(self, method: str, address: str, body: str | None = None, headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(method, address, body, headers or {})
            answer = connection.getresponse()
            told = answer.read().decode()
            return Answer(answer.status, json.loads(told) if "json" in answer.headers.get("Content-Type", "") else told)
        finally:
            connection.close()


@pytest.fixture
def site(committed_db: Any, tmp_path: Any) -> Iterator[Site]:
    """Started as the Procfile does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = os.environ | {
        "DATABASE_URL": "postgresql://nobody@/nothing",
        "DATABASE_APP_URL": oms_engine._engine.url.set(drivername="postgresql").render_as_string(hide_password=False),
        "REDIS_URL": "",
        "SECRET_KEY": SECRET_KEY,
        "OMS_DATA": str(tmp_path),
        "PORT": str(port),
    }
    words = [*dies_with_us("TERM"), sys.executable, "-m", "gunicorn", "app:create_app()"]
    server = subprocess.Popen(words, cwd=ROOT, env=environ)
    try:
        running = Site(port, api_token())
        eventually(running.answers, seconds=60)
        yield running
    finally:
        server.terminate()
        server.wait(30)


def test_fifty_orders_for_the_last_ten_units_are_exactly_ten(
    site: Site, committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    channel("market", "api", stock_policy="refuse")
    body = {"ship_to": ADDRESS, "lines": [{"sku": sold(quantity=10), "quantity": 1}]}

    answers = together(*[lambda n=n: site.order(body, f"order-{n}") for n in range(AT_ONCE)])

    assert Counter(answer.status for answer in answers) == {201: 10, 409: 40}
    assert {answer.body["code"] for answer in answers if answer.status == 409} == {"OM101"}
    level = committed_db.row("select on_hand, reserved from inventory.levels")
    assert (level.on_hand, level.reserved) == (10, 10)
    assert committed_db.value("select count(*) from orders.orders") == 10
    assert_consistent()


def test_the_same_key_fifty_times_is_one_order_and_one_answer(
    site: Site, committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    channel("market", "api")
    body = {"ship_to": ADDRESS, "lines": [{"sku": sold(quantity=100), "quantity": 1}]}

    answers = together(*[lambda: site.order(body, "once")] * AT_ONCE)

    placed = [answer.body for answer in answers if answer.status == 201]
    assert {answer.status for answer in answers} <= {201, 409}
    assert {answer.body["code"] for answer in answers if answer.status == 409} <= {"OM902"}
    assert placed
    assert all(body == placed[0] for body in placed)
    assert site.order(body, "once").body == placed[0]
    assert committed_db.value("select count(*) from orders.orders") == 1
    assert committed_db.value("select reserved from inventory.levels") == 1
    assert_consistent()


@pytest.mark.parametrize("has_same_id", [True, False])
def test_the_same_webhook_fifty_times_is_one_order(
    site: Site,
    committed_db: Any,
    assert_consistent: Callable[[], None],
    has_same_id: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Whether the shop says that it repeats itself, or not."""
    channel()
    factories.stocked(factories.location(), 100, "MUG")
    payload = order_payload()

    answers = together(*[lambda n=n: site.deliver(payload, "1" if has_same_id else str(n)) for n in range(AT_ONCE)])
    together(*[run_due] * 8)

    assert {answer.status for answer in answers} == {200}
    deliveries = committed_db.rows("select state, order_id from channels.inbox")
    assert len(deliveries) == (1 if has_same_id else AT_ONCE)
    assert {(found.state, found.order_id) for found in deliveries} == {
        ("processed", committed_db.value("select id from orders.orders"))
    }
    assert committed_db.value("select reserved from inventory.levels") == 1
    assert committed_db.value("select captured_minor from payments.payables") == 1000
    assert_consistent()
