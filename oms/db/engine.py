"""The connection pool, transactions in an actor's scope, and calls of SQL functions by name."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from typing import Any

import psycopg
import sqlalchemy
from psycopg.types.json import Jsonb
from sqlalchemy import Connection, Engine, Row, text
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from oms.db.actor import current_actor, note_look
from oms.db.errors import explain

_VOID = 2278  # pg_type oid of void
_FUNCTION_NAME = re.compile(r"[a-z]+\.[a-z_]+")
_SCOPE = text(
    "select pg_current_snapshot()::text, set_config('oms.actor', :label, true), set_config('oms.actor_name', :name, true), "
    "set_config('oms.locations', :scope, true)"
)

_engine: Engine | None = None
_open: ContextVar[Connection | None] = ContextVar("oms_connection", default=None)
_listeners: dict[str, Callable[[list[str]], None]] = {}


def sqlalchemy_url(url: str) -> sqlalchemy.URL:
    """A PostgreSQL URL as people write it, for the psycopg driver."""
    return sqlalchemy.make_url(url).set(drivername="postgresql+psycopg")


def connect(url: str, pool_size: int = 8) -> None:
    """Use the database at `url` from now on. A small pool: past 8-16 connections a hot row only gets slower."""
    global _engine  # noqa: PLW0603 - one engine per process is the point
    dispose()
    _engine = sqlalchemy.create_engine(
        sqlalchemy_url(url),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=5,
        pool_pre_ping=True,
        hide_parameters=True,  # they are about people, and errors end in logs
    )
    sqlalchemy.event.listen(_engine, "connect", _hear_notices)


def dispose() -> None:
    """Close the pool; after a fork the child calls this before its first query."""
    global _engine  # noqa: PLW0603
    if _engine is not None:
        _engine.dispose(close=False)
    _engine = None


def listen(message: str, listener: Callable[[list[str]], None]) -> None:
    """After each commit, hand over the details of the notices of this message that functions raised in it."""
    _listeners[message] = listener


@contextmanager
def transaction() -> Iterator[Connection]:
    """One transaction in the scope of the current actor; inside another one it joins that."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    if _engine is None:
        message = "oms.db.connect() has not been called"
        raise RuntimeError(message)
    notices: dict[str, list[str]] = {}
    with _explained(), _engine.connect() as connection, connection.begin():
        connection.info["notices"] = notices
        actor = current_actor()
        if actor is not None:
            scope = {"label": actor.label, "name": actor.name, "scope": actor.scope}
            note_look(connection.execute(_SCOPE, scope).scalar_one())
        token = _open.set(connection)
        try:
            yield connection
        finally:
            _open.reset(token)
    for message, details in notices.items():
        _listeners[message](details)


def rows(sql: str, **params: Any) -> list[Row[Any]]:
    """All rows of a query with `:named` parameters."""
    with transaction() as connection, _explained(params):
        return list(connection.execute(text(sql), _bound(params)))


def row(sql: str, **params: Any) -> Row[Any] | None:
    """The first row of a query, or None."""
    with transaction() as connection, _explained(params):
        return connection.execute(text(sql), _bound(params)).first()


def value(sql: str, **params: Any) -> Any:
    """The first column of the first row, or None."""
    with transaction() as connection, _explained(params):
        return connection.execute(text(sql), _bound(params)).scalar()


def call(function: str, **arguments: Any) -> Any:
    """Run one SQL function: a scalar for one column, a row for several, None for nothing or void."""
    with transaction() as connection, _explained(arguments):
        result = connection.execute(text(_call_sql(function, tuple(arguments))), _bound(arguments))
        columns = result.cursor.description if result.cursor else None
        first = result.first()
    if first is None or not columns or columns[0][1] == _VOID:
        return None
    return first[0] if len(columns) == 1 else first


def now() -> datetime:
    """The database's clock, the only one that decides anything."""
    return value("select db.now()")


@contextmanager
def _explained(params: dict[str, Any] | None = None) -> Iterator[None]:
    """Turn what PostgreSQL refuses into a DomainError that a person can read."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, psycopg.errors.UndefinedFunction) and _outgrown(params or {}):
            raise DataError(error.statement, None, error.orig, hide_parameters=True) from error
        explained = explain(error)
        if explained is error:
            raise
        raise explained from error


def _hear_notices(raw: psycopg.Connection[Any], entry: ConnectionPoolEntry) -> None:
    def keep(notice: psycopg.errors.Diagnostic) -> None:
        if notice.message_primary in _listeners:
            entry.info.setdefault("notices", {}).setdefault(notice.message_primary, []).append(notice.message_detail)

    raw.add_notice_handler(keep)


@cache
def _call_sql(function: str, names: tuple[str, ...]) -> str:
    if not _FUNCTION_NAME.fullmatch(function) or not all(
        name.startswith("p_") and name.isidentifier() for name in names
    ):
        message = f"not a function call: {function}{names}"
        raise ValueError(message)
    return f"select * from {function}({', '.join(f'{name} => :{name}' for name in names)})"  # noqa: S608 - checked above


def _bound(params: dict[str, Any]) -> dict[str, Any]:
    """Dictionaries, and lists of them, travel as jsonb."""
    return {name: Jsonb(given) if _is_json(given) else given for name, given in params.items()}


def _outgrown(params: dict[str, Any]) -> bool:
    """Whether a number is larger than most functions take: it travels as a larger type, for which there is no function."""
    return any(isinstance(given, int) and not -(2**31) <= given < 2**31 for given in params.values())


def _is_json(given: Any) -> bool:
    return isinstance(given, dict) or (isinstance(given, list) and bool(given) and isinstance(given[0], dict))
