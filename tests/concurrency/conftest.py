"""Fixture: `site`, the real web server as other software and people meet it, on the database of the test."""

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from oms.channels.shopify.webhooks import signature
from oms.db import engine as oms_engine
from oms.launch.parent import dies_with_us
from tests.support.api import api_token
from tests.support.channels import SECRET
from tests.support.server import SECRET_KEY
from tests.support.source import ROOT
from tests.support.tasks import eventually


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

    def page(self, session: str, address: str) -> Answer:
        return self.send("GET", address, headers={"Cookie": f"sid={session}"})

    def hear(self, session: str, *subjects: str) -> list[dict[str, Any]]:
        """What a stream of live updates tells from the beginning, until it falls silent."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=1)
        lines = []
        try:
            asked = "&".join(f"on={subject}" for subject in subjects)
            connection.request("GET", f"/live?{asked}&since=1:1:", headers={"Cookie": f"sid={session}"})
            answer = connection.getresponse()
            while line := answer.readline().decode():
                lines.append(line)
        except TimeoutError:
            pass
        finally:
            connection.close()
        return [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]

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
