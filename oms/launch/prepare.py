"""Make the database ready for this version, and fill it on the first start.

Prints one JSON object for the launcher: `logins` (demo) and `setup_link` (where nobody has an account yet).
"""

import json
import sys
import time
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis
from psycopg import sql

from oms import db, demo, embedded
from oms.auth import setup_link
from oms.db.migrate import UnsupportedServerError, migrate
from oms.launch.refusal import Refusal
from oms.launch.secret_files import write_private
from oms.settings import Settings, load_settings

_LOCAL_WAIT_SECONDS = 300  # crash recovery of a large database; the launcher gives up earlier if the server ends
_REMOTE_WAIT_SECONDS = 5

_NOT_YET = ("No such file", "Connection refused", "the database system is")


def main() -> None:
    """Wait for the servers, migrate, fill."""
    settings = load_settings()
    if settings.database_url == embedded.database_url(settings.data_dir):
        _make_database(settings.database_url)
    else:
        _connect(settings.database_url, _REMOTE_WAIT_SECONDS).close()
    if settings.redis_url and settings.redis_url != embedded.redis_url(settings.data_dir):
        _check_redis(settings.redis_url)
    _migrate(settings)
    db.connect(settings.app_database_url, pool_size=2)
    json.dump(_fill(settings), sys.stdout)


def _make_database(url: str) -> None:
    """Create our database in a new cluster."""
    maintenance = urlunsplit(urlsplit(url)._replace(path="/postgres"))
    with _connect(maintenance, _LOCAL_WAIT_SECONDS) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [embedded.DATABASE]).fetchone():
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(embedded.DATABASE)))


def _connect(url: str, wait_seconds: float) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect as soon as the server accepts us."""
    until = time.monotonic() + wait_seconds
    while True:
        try:
            return psycopg.connect(url, autocommit=True, connect_timeout=5)
        except psycopg.Error as error:
            if time.monotonic() > until or not any(sign in str(error) for sign in _NOT_YET):
                message = f"PostgreSQL cannot be reached ({_reason(error)}): check DATABASE_URL and the server."
                raise Refusal(message) from error
            time.sleep(0.05)


def _check_redis(url: str) -> None:
    try:
        redis.Redis.from_url(url, socket_connect_timeout=5).ping()
    except (redis.RedisError, ValueError) as error:
        message = f"Redis cannot be reached ({error}): check REDIS_URL and the server, or set it empty to work without."
        raise Refusal(message) from error


def _migrate(settings: Settings) -> None:
    try:
        migrate(settings.database_url, settings.secret_key)
    except UnsupportedServerError as error:
        raise Refusal(str(error)) from error
    except psycopg.errors.InsufficientPrivilege as error:
        message = (
            f"DATABASE_URL names a role that may not migrate ({_reason(error)}): give it createrole, or use another."
        )
        raise Refusal(message) from error


def _fill(settings: Settings) -> dict[str, Any]:
    """Where nobody has an account yet: the demo shop, or a link to create the owner of an empty one."""
    file = settings.data_dir / "demo.json"
    with db.acting_as(db.SYSTEM):
        if db.call("auth.has_people"):
            facts = _facts_moved_to(settings.base_url, file.read_text()) if file.exists() else {}
        elif settings.demo:
            print("Loading the demo shop: ninety days of orders, about half a minute ...", file=sys.stderr)
            facts = demo.load(settings)
        else:
            return {"logins": {}, "setup_link": setup_link.create(settings)}
    if facts:
        facts |= {"url": settings.base_url, "database_url": settings.app_database_url}
        write_private(file, json.dumps(facts, indent=2) + "\n")
    return {"logins": facts.get("logins", {}), "setup_link": None}


def _facts_moved_to(base_url: str, text: str) -> dict[str, Any]:
    """What was written on an earlier start, which may have had another port."""
    before = json.loads(text)["url"]
    return json.loads(text.replace(f'"{before}', f'"{base_url}'))


def _reason(error: Exception) -> str:
    """The first line of what libpq says, without its "connection to server ... failed"."""
    return str(error).strip().splitlines()[0].rpartition("failed: ")[2]


if __name__ == "__main__":
    try:
        main()
    except Refusal as refusal:
        sys.exit(str(refusal))
