"""Logging in, being slowed down, and logging out."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.support.people import PASSWORD, Hire, LogIn

WRONG = "not the password at all"


def _log_in(client: FlaskClient, email: str = "alice@example.com", password: str = PASSWORD, **kwargs: Any) -> Any:
    return client.post("/login", data={"email": email, "password": password}, **kwargs)


@pytest.fixture
def alice(hire: Hire) -> int:
    return hire("manager", email="alice@example.com", password=PASSWORD)


def test_it_shows_the_form(client: FlaskClient) -> None:
    assert client.get("/login").status_code == 200


def test_it_sends_strangers_to_the_form_and_back_to_where_they_wanted(client: FlaskClient, alice: int) -> None:
    sent = client.get("/settings?x=1")
    assert sent.status_code == 303
    assert sent.location == "/login?next=/settings?x%3D1"
    back = client.post(sent.location, data={"email": "alice@example.com", "password": PASSWORD})
    assert back.location == "/settings?x=1"
    assert client.get("/settings").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\nb"])
def test_it_leads_to_no_other_site(client: FlaskClient, alice: int, elsewhere: str) -> None:
    answer = client.post(
        "/login", query_string={"next": elsewhere}, data={"email": "alice@example.com", "password": PASSWORD}
    )
    assert answer.location == "/"


def test_it_does_not_mind_the_case_of_an_email(client: FlaskClient, alice: int) -> None:
    assert _log_in(client, " Alice@Example.com ").status_code == 303


def test_it_sets_a_cookie_no_script_can_read(client: FlaskClient, alice: int) -> None:
    cookie = next(header for header in _log_in(client).headers.getlist("Set-Cookie") if header.startswith("sid="))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


def test_it_begins_a_new_session_each_time_and_ends_the_old(client: FlaskClient, alice: int, db: Any) -> None:
    _log_in(client)
    first = client.get_cookie("sid")
    _log_in(client)
    second = client.get_cookie("sid")
    assert first is not None
    assert second is not None
    assert first.value != second.value
    assert db.value("select count(*) from auth.sessions where ended_at is null") == 1


@pytest.mark.parametrize(("email", "password"), [("alice@example.com", WRONG), ("nobody@example.com", PASSWORD)])
def test_it_says_the_same_to_a_wrong_password_and_an_unknown_person(
    client: FlaskClient, alice: int, email: str, password: str
) -> None:
    answer = _log_in(client, email, password)
    assert answer.status_code == 422
    assert "E-mail or password is wrong." in answer.text


def test_it_refuses_who_may_not_log_in_any_more(client: FlaskClient, alice: int, owner: Any) -> None:
    owner("update auth.people set is_active = false where id = :alice", alice=alice)
    assert _log_in(client).status_code == 422


def test_it_refuses_who_has_no_password_yet(client: FlaskClient, hire: Hire) -> None:
    hire("manager", email="new@example.com")
    assert _log_in(client, "new@example.com", "").status_code == 422


def test_it_slows_down_after_three_failures(client: FlaskClient, alice: int) -> None:
    for _ in range(3):
        assert _log_in(client, password=WRONG).status_code == 422
    answer = _log_in(client)
    assert answer.status_code == 429
    assert "Try again in" in answer.text


def test_it_asks_for_what_is_missing(client: FlaskClient) -> None:
    answer = client.post("/login", data={"email": "", "password": ""})
    assert answer.status_code == 422
    assert answer.text.count("Please fill this in.") == 2


def test_logging_out_ends_the_session_and_what_the_browser_kept(log_in: LogIn, db: Any) -> None:
    client = log_in("manager")
    token = client.get_cookie("sid")
    answer = client.post("/logout")
    assert answer.location == "/login"
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert token is not None
    client.set_cookie("sid", token.value)
    assert client.get("/settings").status_code == 303


def test_logging_out_needs_the_token(log_in: LogIn) -> None:
    client = log_in("manager")
    assert client.post("/logout", csrf=False).status_code == 400
    assert client.get("/settings").status_code == 200


def test_it_remembers_what_was_stored_under_weaker_parameters(
    client: FlaskClient, alice: int, owner: Any, app: Any
) -> None:
    from argon2 import PasswordHasher

    owner(
        "update auth.people set password_hash = :weak where id = :alice",
        weak=PasswordHasher(2, 16, 1).hash(PASSWORD),
        alice=alice,
    )
    assert _log_in(client).status_code == 303
    stored = owner("select password_hash from auth.people where id = :alice", alice=alice)[0][0]
    assert not app.extensions["passwords"][0].check_needs_rehash(stored)


def test_it_says_where_to_begin_when_there_is_nobody(client: FlaskClient) -> None:
    assert "Nobody has an account yet." in client.get("/login").text
