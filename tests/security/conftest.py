"""The world, people in it, and requests that leave no trace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from flask import Flask
from sqlalchemy import Connection
from werkzeug.test import TestResponse

from oms.fulfillment.carriers.simulator import label
from oms.tracking import limits, routes
from tests.security.world import Request, World
from tests.support import pages
from tests.support.channels import SECRET
from tests.support.people import Hire, LogIn


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


@pytest.fixture(autouse=True)
def _patient(app: Flask, monkeypatch: pytest.MonkeyPatch, printed: list[str]) -> None:
    """Tests ask more often than people, nothing is really printed, and every page was read strictly by its own test."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], easypost_secret=SECRET))
    monkeypatch.setattr(pages, "check", lambda _html: None)
    monkeypatch.setattr(routes, "_views", limits.Limit(10_000))
    monkeypatch.setattr(routes, "_guesses", limits.Limit(10_000))
    monkeypatch.setattr(label, "pdf", lambda *_: b"%PDF-label")


@pytest.fixture
def world(app: Flask, db: Any, hire: Hire) -> World:
    return World(app, hire)


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

    def counted() -> int:
        return int(db.value("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables"))

    def run(person_id: int | None, request: Request, **more: Any) -> Outcome:
        headers = {**request.sent.get("headers", {}), **more.pop("headers", {})}
        read_only = more.pop("read_only", False)
        with undone():
            client = app.test_client() if person_id is None else log_in(person_id)
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
