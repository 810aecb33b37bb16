"""Fixtures: `hire`, which makes people, and `log_in`, which gives a client of one who is logged in.

client = log_in("manager")
client = log_in("store", locations=[london])
"""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import pytest
from flask import Flask

from oms.auth.secrets import hash_of, new_token
from oms.db import call
from tests.support.pages import CheckedClient

PASSWORD = "three calm whales"
_numbers = count(1)

Hire = Callable[..., int]
LogIn = Callable[..., CheckedClient]


def hiring(app: Flask) -> Hire:
    """What makes a person and returns the id. Without `password` they cannot log in by themselves."""

    def make(
        role: str = "service",
        *,
        name: str = "Alice Adams",
        email: str | None = None,
        locations: Sequence[int] = (),
        language: str = "en",
        password: str | None = None,
    ) -> int:
        person_id: int = call(
            "auth.create_person",
            p_email=email or f"person{next(_numbers)}@example.com",
            p_name=name,
            p_role=role,
            p_language=language,
        )
        if locations:
            call("inventory.assign_staff", p_person_id=person_id, p_location_ids=list(locations))
        if password:
            with app.app_context():
                hashed = app.extensions["passwords"][0].hash(password)
            call("auth.set_password", p_person_id=person_id, p_password_hash=hashed)
        return person_id

    return make


@pytest.fixture
def hire(app: Flask) -> Hire:
    """Make a person."""
    return hiring(app)


@pytest.fixture
def log_in(app: Flask, db: Any, hire: Hire) -> LogIn:
    """A client of a new person with this role, or of a person who is there already (by id)."""

    def make(role: str | int = "owner", **who: Any) -> CheckedClient:
        person_id = hire(role, **who) if isinstance(role, str) else role
        token = new_token()
        db.call(
            "auth.start_session", p_person_id=person_id, p_token_hash=hash_of(token), p_address="", p_user_agent="tests"
        )
        client = app.test_client()
        client.set_cookie("sid", token)
        return client  # type: ignore[return-value]

    return make
