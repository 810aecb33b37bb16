"""The world, people in it, and requests that leave no trace."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection
from werkzeug.test import TestResponse

from oms.db import now, value
from oms.tracking import limits, routes
from tests.security.world import Request, World
from tests.support import pages
from tests.support.channels import SECRET
from tests.support.database import begun, connection_to
from tests.support.people import LogIn, hiring
from tests.support.print import print_nothing
from tests.support.server import Server


class Outcome(NamedTuple):
    """What came of a request."""

    status: int
    response: TestResponse
    writes: int  # rows written, of which nothing is left

    @property
    def text(self) -> str:
        """Everything that was told, in headers as in the body."""
        return f"{self.response.headers}{self.response.get_data().decode(errors='replace')}"

    def __str__(self) -> str:
        return f"{self.status} {self.response.location or ''}, {self.writes} rows written"


Send = Callable[..., Outcome]
# The rows of pg_stat_xact_user_tables, without what that view looks up besides.
_WRITTEN = """
    select sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
        + pg_stat_get_xact_tuples_deleted(oid))
    from pg_class where relkind = 'r' and relnamespace <> 'pg_catalog'::regnamespace
"""


@pytest.fixture(autouse=True)
def _patient(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests ask more often than people, and every page was read strictly by its own test."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], easypost_secret=SECRET))
    monkeypatch.setattr(pages, "check", lambda _html: None)
    monkeypatch.setattr(routes, "_views", limits.Limit(10_000))
    monkeypatch.setattr(routes, "_guesses", limits.Limit(10_000))


@pytest.fixture(scope="session")
def _connection(server: Server) -> Iterator[Connection]:
    """To a database of these tests' own, in which the world stays."""
    name = f"world_{os.getpid()}"
    server.clone(name)
    with connection_to(server.url(name)) as connection:
        yield connection
    server.drop(name)


@pytest.fixture(scope="session")
def _made(_app: Flask, _connection: Connection) -> tuple[World, datetime]:
    """Made once, which takes longer than most tests; and when that was."""
    with begun(_connection), pytest.MonkeyPatch.context() as monkeypatch:
        print_nothing(monkeypatch, [])
        made = World(_app, hiring(_app)), now()
    _connection.commit()
    return made


@pytest.fixture
def world(_made: tuple[World, datetime], db: Any) -> World:
    """As if it had been made this moment."""
    made, made_at = _made
    value("select set_config('oms.now', :now, true)", now=made_at.isoformat())
    return made


@pytest.fixture
def undone(db: Any, _connection: Connection) -> Any:
    """What happens inside the block has not happened afterwards."""

    @contextmanager
    def run() -> Iterator[None]:
        savepoint = _connection.begin_nested()
        try:
            yield
        finally:
            savepoint.rollback()

    return run


@pytest.fixture
def send(app: Flask, db: Any, _connection: Connection, undone: Any, log_in: LogIn) -> Send:
    """Send a request as somebody, by id, or as nobody; its effect is counted and then undone."""

    sessions: dict[int, str] = {}

    def client_of(person_id: int | None) -> FlaskClient:
        client = app.test_client()
        if person_id is not None:
            if person_id not in sessions:
                sessions[person_id] = log_in(person_id).get_cookie("sid").value  # type: ignore[union-attr]
            client.set_cookie("sid", sessions[person_id])
        return client

    def counted() -> int:
        return int(_connection.exec_driver_sql(_WRITTEN).scalar_one())

    def run(person_id: int | None, request: Request, **more: Any) -> Outcome:
        headers = {**request.sent.get("headers", {}), **more.pop("headers", {})}
        read_only = more.pop("read_only", False)
        client = client_of(person_id)
        with undone():
            if read_only:
                _connection.exec_driver_sql("set local transaction_read_only = on")
            before = counted()
            response = client.open(
                request.address, method=request.method, **{**request.opened, **more, "headers": headers}
            )
            response.get_data()
            response.close()
            return Outcome(response.status_code, response, counted() - before)

    return run
