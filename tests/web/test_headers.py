"""Headers on every answer, also where something went wrong."""

import pytest

ANSWERS = [("/login", 200), ("/nowhere", 404), ("/settings", 303), ("/logout", 405), ("/healthz", 200)]


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_every_answer_says_what_it_may_load_and_that_nobody_keeps_it(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_pages_and_parts_are_kept_apart(client):
    assert {"HX-Request", "HX-Request-Type"} <= set(client.get("/login").vary)


def test_transport_security_comes_with_secure_cookies(app, client, monkeypatch):
    assert "Strict-Transport-Security" not in client.get("/login").headers
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", value=True)
    assert "max-age=63072000" in client.get("/login").headers["Strict-Transport-Security"]


def test_secure_cookies_are_for_this_host_alone(app, client, hire, monkeypatch):
    from tests.support.people import PASSWORD

    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", value=True)
    hire("owner", email="olivia@example.com", password=PASSWORD)
    told = {"email": "olivia@example.com", "password": PASSWORD}
    answer = client.post("/login", data=told, base_url="https://localhost")
    cookie = next(header for header in answer.headers.getlist("Set-Cookie") if "sid=" in header)
    assert cookie.startswith("__Host-sid=")
    assert {"Secure", "HttpOnly", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Domain" not in cookie
