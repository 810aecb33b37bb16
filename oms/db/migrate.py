"""Bring a database to this version: roles, pending migrations, then all behavior files, in one transaction."""

from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy
from alembic import command
from alembic.config import Config
from psycopg import sql

from oms.db import loader
from oms.db.engine import sqlalchemy_url
from oms.settings import app_password

MINIMUM_SERVER = 180000
_LOCK = 7_241_018  # one migrate at a time
_MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


class UnsupportedServerError(Exception):
    """The server is older than PostgreSQL 18."""


def migrate(owner_url: str, secret_key: str, *, strict: bool = False) -> list[str]:
    """Migrate the database at `owner_url`, a role that may create roles; returns the functions that were dropped.

    `strict` turns on plpgsql's extra checks, for development and tests.
    """
    engine = sqlalchemy.create_engine(sqlalchemy_url(owner_url), poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        raw: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
        if raw.info.server_version < MINIMUM_SERVER:
            message = f"OMS needs PostgreSQL 18; this server is {raw.info.parameter_status('server_version')}."
            raise UnsupportedServerError(message)
        connection.exec_driver_sql(f"select pg_advisory_xact_lock({_LOCK})")
        connection.exec_driver_sql("set local lock_timeout = '4s'")
        _prepare_roles(raw, secret_key, strict=strict)
        connection.exec_driver_sql("set local role oms_owner")
        connection.exec_driver_sql("create schema if not exists db")
        _upgrade(connection)
        dropped = []
        fingerprint = loader.fingerprint()
        if raw.execute("select fingerprint from db.loaded").fetchone() != (fingerprint,):
            dropped = loader.load(raw)
            raw.execute("update db.loaded set fingerprint = %s, loaded_at = now()", [fingerprint])
        return dropped


def _prepare_roles(raw: psycopg.Connection[Any], secret_key: str, *, strict: bool) -> None:
    """An owner of the schema, a definer that cannot log in, and the application, which owns nothing."""
    known = {name for (name,) in raw.execute("select rolname from pg_roles where rolname like 'oms\\_%'")}
    for role, options in (("oms_owner", "nologin"), ("oms_definer", "nologin"), ("oms_app", "login")):
        if role not in known:
            raw.execute(f"create role {role} {options}".encode())
    raw.execute(sql.SQL("alter role oms_app password {}").format(app_password(secret_key)))
    for setting in ("statement_timeout = '10s'", "lock_timeout = '4s'", "idle_in_transaction_session_timeout = '15s'"):
        raw.execute(f"alter role oms_app set {setting}".encode())
    raw.execute("grant oms_owner to current_user with inherit true, set true")
    raw.execute("grant oms_definer to oms_owner with inherit true, set true")
    database = sql.Identifier(raw.info.dbname)
    raw.execute(sql.SQL("grant create, connect on database {} to oms_owner").format(database))
    raw.execute(sql.SQL("grant connect on database {} to oms_app").format(database))
    raw.execute("create extension if not exists pg_trgm with schema public")
    raw.execute("revoke create on schema public from public")
    if strict:
        raw.execute(sql.SQL("alter database {} set plpgsql.extra_errors = 'all'").format(database))
        raw.execute("set local plpgsql.extra_errors = 'all'")


def _upgrade(connection: sqlalchemy.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
