"""Logs hold no secret and nobody's data, whatever is asked, refused, or goes wrong."""

import base64
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from jobs.run import run_due
from oms.db import rows, value
from tests.security.conftest import Send
from tests.security.world import ADDRESS, CUSTOMER, World, canaries_in
from tests.support import factories
from tests.support.api import EVERYTHING, api_token
from tests.support.channels import SECRET
from tests.support.people import PASSWORD, Hire, LogIn
from tests.support.server import SECRET_KEY
from tests.support.tasks import task


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[Any]:
    """Everything that is logged from here on, at the finest level that anybody might turn on."""
    caplog.set_level(logging.DEBUG)
    caplog.clear()

    def text() -> str:
        formatter = logging.Formatter()
        return "\n".join(formatter.format(record) for record in caplog.records)

    return text


def _told(text: str, *more: str) -> list[str]:
    secrets = [PASSWORD, SECRET, SECRET_KEY, *more]
    return [secret for secret in secrets if secret in text] + canaries_in(text)


def test_no_route_logs_what_it_was_told_or_tells(app: Flask, world: World, send: Send, hire: Hire, logged: Any) -> None:
    owner_id = hire("owner", password=PASSWORD)
    token = api_token(*EVERYTHING)
    for request in world.requests():
        send(owner_id, request)
    for request in world.requests("token"):
        send(None, request, headers={"Authorization": f"Bearer {token}"})
    assert _told(logged(), token, world.token, world.setup_token, world.code) == []


def test_what_is_refused_is_not_logged(app: Flask, world: World, log_in: LogIn, logged: Any) -> None:
    client = log_in("owner")
    token = f"oms_00000000_{'q' * 30}"
    client.post("/login", data={"email": CUSTOMER["email"], "password": PASSWORD})
    client.get(f"/t/{'q' * 27}")
    client.get(f"/setup/{'q' * 30}")
    client.get("/api/v1/orders", headers={"Authorization": f"Bearer {token}"})
    client.get(f"/orders/{CUSTOMER['email']}")
    signature = base64.b64encode(b"Lorikeet").decode()
    client.post("/webhooks/shopify/web", data=str(ADDRESS), headers={"X-Shopify-Hmac-Sha256": signature})
    client.post("/api/v1/orders", json={"ship_to": ADDRESS}, headers={"Authorization": f"Bearer {api_token()}"})
    assert _told(logged(), "q" * 20, signature) == []


@pytest.mark.parametrize(
    "fail",
    [
        lambda: value("select * from nowhere where email = :email", email=CUSTOMER["email"]),
        lambda: value("select cast(:email as int)", email=CUSTOMER["email"]),
        lambda: value(f"select '{CUSTOMER['email']}' ::int"),
        lambda: rows("select 1 where :email", email=CUSTOMER["email"]),
        lambda: {}[CUSTOMER["email"]],
        lambda: int(CUSTOMER["email"]),
        lambda: _caused_by(ValueError(CUSTOMER["email"])),
    ],
)
def test_no_bug_logs_what_it_stumbled_over(app: Flask, log_in: LogIn, logged: Any, monkeypatch: Any, fail: Any) -> None:
    assert _status_of(app, monkeypatch, log_in("owner"), fail) in {400, 500}
    assert _told(logged()) == []


def test_no_row_that_is_refused_is_logged(app: Flask, log_in: LogIn, logged: Any, owner: Any, monkeypatch: Any) -> None:
    """PostgreSQL quotes the whole row that broke a rule."""
    factories.place_order(customer=CUSTOMER, ship_to=ADDRESS)

    def fail() -> None:
        owner("update customers.customers set created_at = null where email = :email", email=CUSTOMER["email"])

    assert _status_of(app, monkeypatch, log_in("owner"), fail) == 500
    assert _told(logged()) == []


def test_no_job_logs_or_keeps_what_it_stumbled_over(app: Flask, db: Any, logged: Any, monkeypatch: Any) -> None:
    def job(_args: dict[str, Any]) -> None:
        _caused_by(ValueError(CUSTOMER["email"]))

    factories.place_order(customer=CUSTOMER, ship_to=ADDRESS)
    monkeypatch.setattr("jobs.run.job_of", lambda _kind: job)
    task_id = task(p_max_attempts=1)
    with app.app_context():
        run_due()
    kept = value("select last_error from tasks.tasks where id = :id", id=task_id)
    assert "RuntimeError" in kept
    assert _told(kept) == []
    assert "failed" in logged()
    assert _told(logged()) == []


def _caused_by(error: Exception) -> None:
    try:
        raise error
    except ValueError as cause:
        raise RuntimeError(CUSTOMER["email"]) from cause


def _status_of(app: Flask, monkeypatch: Any, client: Any, fail: Any) -> int:
    """What comes of it when the page of an order fails in this way."""

    def view(**_: Any) -> Any:
        return fail()

    view.guard = app.view_functions["orders.show"].guard
    monkeypatch.setitem(app.view_functions, "orders.show", view)
    return int(client.get("/orders/1").status_code)
