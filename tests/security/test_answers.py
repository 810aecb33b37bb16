"""Every answer, also where something went wrong, says what it may load, that nobody keeps it, and sets no loose cookie."""

from typing import Any

import pytest
from flask import Flask, abort
from sqlalchemy.exc import OperationalError

from oms.web.guards import Guard
from tests.security.conftest import Outcome, Send
from tests.security.world import World
from tests.support.api import api_token
from tests.support.people import PASSWORD, Hire

# A mail is shown in a frame where nothing runs and only its own styles work.
FRAMED = {"notifications.message_html"}
# What may be kept: files under their hash; and invoices, by whoever asks each time whether they still may have them.
KEPT = {"static", "favicon", "invoices.document", "tracking.invoice", "api.pickup_availability.show"}


def test_every_route_answers_with_its_policy(world: World, send: Send, hire: Hire) -> None:
    owner_id = hire("owner", password=PASSWORD)
    bearer = {"Authorization": f"Bearer {api_token()}"}
    faults = {}
    for request in world.requests():
        is_api = request.address.startswith("/api/v1/") and request.endpoint.count(".") == 2
        outcome = send(None, request, headers=bearer) if is_api else send(owner_id, request)
        if found := _faults(outcome, request.endpoint):
            faults[str(request)] = found
    assert faults == {}


def test_whoever_is_turned_away_gets_the_same_policy(world: World, send: Send) -> None:
    faults = {str(request): _faults(send(None, request), "") for request in world.requests("person", "token")}
    assert {address: found for address, found in faults.items() if found} == {}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503])
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Request-Type": "partial"}])
def test_errors_have_the_same_policy(app: Flask, monkeypatch: Any, status: int, headers: dict[str, str]) -> None:
    answer = _answer_of(app, monkeypatch, lambda: abort(status), headers)
    assert _faults(Outcome(answer.status_code, answer, 0), "") == []


@pytest.mark.parametrize("error", [ZeroDivisionError(), OperationalError("", {}, Exception())])
def test_bugs_and_outages_have_the_same_policy(app: Flask, monkeypatch: Any, error: Exception) -> None:
    def fail() -> None:
        raise error

    answer = _answer_of(app, monkeypatch, fail, {})
    assert _faults(Outcome(answer.status_code, answer, 0), "") == []


def test_cookies_are_for_our_pages_alone(app: Flask, world: World) -> None:
    told = {"email": "colleague@example.com", "password": PASSWORD}
    cookies = app.test_client().post("/login", data=told).headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        words = {part.strip() for part in cookie.split(";")}
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= words


def _answer_of(app: Flask, monkeypatch: Any, view: Any, headers: dict[str, str]) -> Any:
    """What /healthz would answer if it did this."""
    view.guard = Guard("public", "a test")
    monkeypatch.setitem(app.view_functions, "web.healthz", view)
    return app.test_client().get("/healthz", headers=headers)


def _faults(outcome: Outcome, endpoint: str) -> list[str]:
    told = outcome.response.headers
    policy = told.get("Content-Security-Policy", "")
    unsafe = "unsafe" in policy.replace("style-src 'unsafe-inline'", "" if endpoint in FRAMED else "unsafe")
    checks = {
        "may load anything": "default-src 'none'" not in policy or unsafe,
        "can be framed": "frame-ancestors" not in policy or told.get("X-Frame-Options") not in {"DENY", "SAMEORIGIN"},
        "its type is guessed": told.get("X-Content-Type-Options") != "nosniff",
        "tells where one comes from": told.get("Referrer-Policy") not in {"same-origin", "no-referrer"},
        "is kept": told.get("Cache-Control") != "no-store" and endpoint not in KEPT,
        "may use the device": "geolocation=()" not in told.get("Permissions-Policy", ""),
    }
    return [fault for fault, is_true in checks.items() if is_true]
