"""Fixtures: `site`, the real web server as other software and people meet it, on the database of the test; `mortal`."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple

import pytest

from oms import db as oms_db
from oms.channels.shopify.webhooks import signature
from oms.db import engine as oms_engine
from oms.launch.parent import dies_with_us
from tests.support.api import api_token
from tests.support.channels import SECRET
from tests.support.ports import free_port
from tests.support.server import SECRET_KEY, RunningServer
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
        return self.send("GET", address, None, {"Cookie": f"sid={session}"})

    def hear(self, session: str, *subjects: str) -> list[dict[str, Any]]:
        """What a stream of live updates tells from the beginning, until it falls silent."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        lines = []
        try:
            connection.connect()
            line_to_server = connection.sock
            asked = "&".join(f"on={subject}" for subject in subjects)
            connection.request("GET", f"/live?{asked}&since=1:1:", headers={"Cookie": f"sid={session}"})
            answer = connection.getresponse()
            while line := answer.readline().decode():
                lines.append(line)
                if line.startswith("data: "):  # what follows follows at once
                    line_to_server.settimeout(1)
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

    def send(self, *request: Any) -> Answer:
        """Whoever is told that it is not available right now tries again in a moment."""
        for _ in range(600):
            answer = self._sent(*request)
            if answer.status != HTTPStatus.SERVICE_UNAVAILABLE:
                break
            time.sleep(0.1)
        return answer

    def _sent(
        self, method: str, address: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            connection.request(method, address, body, headers or {})
            answer = connection.getresponse()
            told = answer.read().decode()
            return Answer(answer.status, json.loads(told) if "json" in answer.headers.get("Content-Type", "") else told)
        finally:
            connection.close()


def environment(folder: Any) -> dict[str, str]:
    """What a process of OMS is told that works on the database that `oms.db` is connected to."""
    app_url = oms_engine._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return os.environ | {
        "DATABASE_URL": "postgresql://nobody@/nothing",
        "DATABASE_APP_URL": app_url,
        "REDIS_URL": "",
        "SECRET_KEY": SECRET_KEY,
        "OMS_DATA": str(folder),
    }


def start_site(folder: Any, **environ: str) -> tuple[Site, subprocess.Popen[bytes]]:
    """Start it as the Procfile does, and wait until it answers."""
    port = free_port()
    words = [*dies_with_us("TERM"), sys.executable, "-m", "gunicorn", "app:create_app()"]
    server = subprocess.Popen(words, cwd=ROOT, env=environment(folder) | {"PORT": str(port), **environ})
    running = Site(port, api_token())
    eventually(running.answers)
    return running, server


@pytest.fixture
def site(committed_db: Any, tmp_path: Any) -> Iterator[Site]:
    """On the database of the test."""
    running, server = start_site(tmp_path)
    yield running
    server.terminate()
    server.wait(60)


@pytest.fixture
def mortal() -> Iterator[RunningServer]:
    """A PostgreSQL of the test's own that keeps what it acknowledged, to be killed; `oms.db` is connected to it."""
    server = RunningServer(synchronous_commit="on", autovacuum="on")
    before, oms_engine._engine = oms_engine._engine, None
    server.address.clone("mortal")
    oms_db.connect(server.address.app_url("mortal"), pool_size=16)
    with oms_db.acting_as(oms_db.SYSTEM):
        yield server
    oms_engine._engine.dispose()
    oms_engine._engine = before
    server.stop()
