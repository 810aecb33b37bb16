"""Fixtures: `db` (all is rolled back), `owner` (what the application may not do), `committed_db` (for threads)."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy
from sqlalchemy import Connection

from oms import db as oms_db
from oms.db import engine as oms_engine
from oms.settings import Settings, load_settings
from tests.support.server import SECRET_KEY, RunningServer, Server, share, shared

Owner = Callable[..., list[sqlalchemy.Row[Any]]]
_CONSISTENCY = Path(oms_db.__file__).parent / "consistency"
# What a new transaction would begin with, and what it would do at its end; each in one message, as there are many.
_BEGIN = (
    "savepoint of_test; select set_config('oms.actor', '', true), set_config('oms.actor_name', '', true), "
    "set_config('oms.locations', '', true)"
)
_END = "set constraints all immediate; set constraints all deferred; release savepoint of_test"
_UNDO = "rollback to savepoint of_test; release savepoint of_test"


def pytest_configure(config: pytest.Config) -> None:
    """Before workers start, start the server that they share."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        running = RunningServer()
        config.add_cleanup(running.stop)
        share(running.address)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The run's PostgreSQL."""
    if address := shared():
        yield address
        return
    running = RunningServer()
    yield running.address
    running.stop()


@pytest.fixture(scope="session")
def database(server: Server) -> Iterator[str]:
    """This worker's database, with nothing in it but what migrations bring."""
    name = f"oms_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    server.clone(name)
    yield name
    server.drop(name)


@pytest.fixture(scope="session")
def settings(server: Server, database: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """What the application is told in tests."""
    return load_settings(
        {
            "DATABASE_URL": server.url(database),
            "SECRET_KEY": SECRET_KEY,
            "REDIS_URL": "",
            "OMS_DATA": str(tmp_path_factory.mktemp("data")),
            "TESTING": "1",
        }
    )


@contextmanager
def connection_to(url: str) -> Iterator[Connection]:
    """A connection of one's own, as the superuser."""
    engine = sqlalchemy.create_engine(oms_engine.sqlalchemy_url(url), poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        yield connection


@contextmanager
def begun(connection: Connection) -> Iterator[Any]:
    """`oms.db`, acting as the system; each of its transactions is a savepoint of one, which whoever asks ends."""
    connection.begin()
    connection.exec_driver_sql("set local role oms_app")
    with _using(_RolledBack(connection)), oms_db.acting_as(oms_db.SYSTEM):
        yield oms_db


@pytest.fixture(scope="session")
def _connection(server: Server, database: str) -> Iterator[Connection]:
    with connection_to(server.url(database)) as connection:
        yield connection


@pytest.fixture
def db(_connection: Connection) -> Iterator[Any]:
    """`oms.db` in one transaction, which is rolled back."""
    with begun(_connection):
        yield oms_db
    _connection.rollback()


@pytest.fixture
def owner(db: Any, _connection: Connection) -> Owner:
    """Run SQL past all rights and policies, in the same transaction, to see or to make what the application cannot."""

    def run(sql: str, **params: Any) -> list[sqlalchemy.Row[Any]]:
        with _connection.begin_nested():
            _connection.exec_driver_sql("set local role none")
            result = _connection.execute(sqlalchemy.text(sql), params)
            found = list(result) if result.returns_rows else []
            _connection.exec_driver_sql("set local role oms_app")
            return found

    return run


@pytest.fixture
def committed_db(server: Server, request: pytest.FixtureRequest) -> Iterator[Any]:
    """`oms.db` on a database of the test's own, where transactions commit; for threads and for other processes."""
    name = f"test_{os.getpid()}_{id(request)}"
    server.clone(name)
    before = oms_engine._engine
    oms_engine._engine = None
    oms_db.connect(server.app_url(name), pool_size=66)
    with oms_db.acting_as(oms_db.SYSTEM):
        yield oms_db
    oms_engine._engine.dispose()
    oms_engine._engine = before
    server.drop(name)


@pytest.fixture
def committed_owner(server: Server, committed_db: Any) -> Iterator[psycopg.Connection[Any]]:
    """Past all rights and policies of the database of `committed_db`; each statement commits."""
    with psycopg.connect(server.url(oms_engine._engine.url.database), autocommit=True) as connection:
        yield connection


@pytest.fixture
def assert_consistent() -> Callable[[], None]:
    """Ask every consistency query of the test's database; each must return no row."""

    def check() -> None:
        with oms_db.acting_as(oms_db.SYSTEM):
            answers = {path.stem: oms_db.rows(path.read_text()) for path in sorted(_CONSISTENCY.glob("*.sql"))}
        assert {title: rows for title, rows in answers.items() if rows} == {}

    return check


class _RolledBack:
    """Stands for the engine: hands out one connection, and makes savepoints where transactions are begun."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def connect(self) -> Iterator["_RolledBack"]:
        yield self

    @contextmanager
    def begin(self) -> Iterator[None]:
        self._connection.exec_driver_sql(_BEGIN)
        try:
            yield
            self._connection.exec_driver_sql(_END)
        except BaseException:
            self._connection.exec_driver_sql(_UNDO)
            raise

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@contextmanager
def _using(engine: Any) -> Iterator[None]:
    before, oms_engine._engine = oms_engine._engine, engine
    try:
        yield
    finally:
        oms_engine._engine = before
