"""One's own account."""

from typing import Any

import pytest

from oms.auth.secrets import hash_of
from tests.support.people import PASSWORD, Hire, LogIn


def test_it_shows_the_account(log_in: LogIn) -> None:
    assert "Alice Adams" in log_in("store").get("/account").text


def test_it_saves_language_zone_and_colors(log_in: LogIn) -> None:
    client = log_in("manager")
    answer = client.post("/account", data={"language": "de", "time_zone": "Asia/Tokyo", "theme": "dark"})
    assert answer.status_code == 303
    shown = client.get("/account").text
    assert '<html lang="de"' in shown
    assert 'data-theme="dark"' in shown


def test_it_refuses_a_language_we_do_not_speak(log_in: LogIn) -> None:
    answer = log_in("manager").post("/account", data={"language": "tlh", "time_zone": "", "theme": "auto"})
    assert answer.status_code == 422


@pytest.mark.parametrize(("theme", "status"), [("dark", 303), ("pink", 400)])
def test_it_switches_the_theme(log_in: LogIn, theme: str, status: int) -> None:
    assert log_in("manager").post("/account/theme", data={"theme": theme}).status_code == status


def test_it_changes_the_password_and_ends_other_sessions(log_in: LogIn, hire: Hire, client: Any) -> None:
    alice = hire("manager", email="alice@example.com", password=PASSWORD)
    here, elsewhere = log_in(alice), log_in(alice)
    answer = here.post("/account/password", data={"current": PASSWORD, "password": "four quiet otters"})
    assert answer.status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    assert (
        client.post("/login", data={"email": "alice@example.com", "password": "four quiet otters"}).status_code == 303
    )


def test_it_asks_for_the_current_password(log_in: LogIn, hire: Hire) -> None:
    client = log_in(hire("manager", password=PASSWORD))
    for _ in range(3):
        answer = client.post("/account/password", data={"current": "a guess", "password": "four quiet otters"})
        assert answer.status_code == 422
        assert "This is not your password." in answer.text
    answer = client.post("/account/password", data={"current": PASSWORD, "password": "four quiet otters"})
    assert "Too many attempts" in answer.text


def test_it_ends_one_of_ones_own_sessions_and_no_one_elses(log_in: LogIn, hire: Hire) -> None:
    alice = hire("manager")
    here, elsewhere, bobs = log_in(alice), log_in(alice), log_in("owner")
    for client in (elsewhere, bobs):
        cookie = client.get_cookie("sid")
        assert cookie is not None
        here.post(f"/account/sessions/{hash_of(cookie.value).hex()}/end")
    assert elsewhere.get("/account").status_code == 303
    assert bobs.get("/account").status_code == 200
    assert here.post("/account/sessions/zz/end").status_code == 404


def test_it_ends_all_others(log_in: LogIn, hire: Hire) -> None:
    alice = hire("manager")
    here, elsewhere = log_in(alice), log_in(alice)
    here.post("/account/sessions/end-others")
    assert elsewhere.get("/account").status_code == 303
    assert here.get("/account").status_code == 200
