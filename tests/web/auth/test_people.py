"""The owner takes people on, changes them, and shuts them out."""

import re
from typing import Any

import pytest

from tests.support import factories
from tests.support.people import PASSWORD, Hire, LogIn

BOB = {
    "name": "Bob Baker",
    "email": "bob@example.com",
    "role": "warehouse",
    "language": "en",
    "time_zone": "",
    "is_active": "y",
}


def test_it_lists_everybody(log_in: LogIn, hire: Hire) -> None:
    hire("store", name="Charlie Cole")
    assert "Charlie Cole" in log_in("owner").get("/settings/people").text


def test_it_adds_a_person_and_shows_a_link_that_works(log_in: LogIn, client: Any) -> None:
    berlin = factories.location()
    answer = log_in("owner").post("/settings/people/new", data={**BOB, "location_ids": [berlin]})
    link = re.search(r"/setup/[\w-]+", answer.text)
    assert link
    assert client.post(link[0], data={"password": PASSWORD}).status_code == 303
    assert client.get("/account").status_code == 200


def test_it_refuses_an_email_somebody_has(log_in: LogIn, hire: Hire) -> None:
    hire("store", email="bob@example.com")
    answer = log_in("owner").post("/settings/people/new", data=BOB)
    assert answer.status_code == 422
    assert "Somebody already has this e-mail address." in answer.text


def test_it_refuses_what_is_no_email_and_no_role(log_in: LogIn) -> None:
    answer = log_in("owner").post("/settings/people/new", data={**BOB, "email": "bob", "role": "king"})
    assert answer.status_code == 422
    assert "This is not an e-mail address." in answer.text


def test_shutting_out_ends_sessions_at_once(log_in: LogIn, hire: Hire) -> None:
    bob = hire("service", name="Bob Baker", email="bob@example.com")
    bobs = log_in(bob)
    answer = log_in("owner").post(f"/settings/people/{bob}", data={**BOB, "is_active": ""})
    assert answer.status_code == 303
    assert bobs.get("/account").status_code == 303


def test_another_role_ends_sessions_and_then_counts(log_in: LogIn, hire: Hire) -> None:
    bob = hire("manager", email="bob@example.com")
    bobs = log_in(bob)
    log_in("owner").post(f"/settings/people/{bob}", data={**BOB, "role": "service"})
    assert bobs.get("/settings").status_code == 303
    assert log_in(bob).get("/settings").status_code == 403


def test_there_is_always_an_owner(log_in: LogIn, hire: Hire) -> None:
    olivia = hire("owner", email="olivia@example.com")
    answer = log_in(olivia).post(
        f"/settings/people/{olivia}", data={**BOB, "email": "olivia@example.com", "role": "service"}
    )
    assert answer.status_code == 422
    assert "There must be at least one active owner." in answer.text


def test_it_makes_a_new_link_for_a_forgotten_password(log_in: LogIn, hire: Hire) -> None:
    assert "/setup/" in log_in("owner").post(f"/settings/people/{hire('store')}/link").text


def test_it_does_not_know_people_who_are_not_there(log_in: LogIn) -> None:
    client = log_in("owner")
    assert client.get("/settings/people/999999").status_code == 404
    assert client.post("/settings/people/999999/link").status_code == 404


@pytest.mark.parametrize("role", ["manager", "service", "warehouse", "store"])
def test_only_owners_manage_people(log_in: LogIn, role: str) -> None:
    client = log_in(role)
    assert client.get("/settings/people").status_code == 403
    assert client.get("/settings/people/new").status_code == 403
    assert client.post("/settings/people/new", data=BOB).status_code == 403


def test_roles_are_shown_as_they_are(log_in: LogIn) -> None:
    shown = log_in("manager").get("/settings/roles").text
    assert "orders.edit" in shown
    assert log_in("store").get("/settings/roles").status_code == 403
