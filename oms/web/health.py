"""Whether this process can work, for load balancers: each part by name, and no secrets."""

from functools import cache

from flask import current_app
from redis import Redis, RedisError
from sqlalchemy.exc import SQLAlchemyError

from oms import db
from oms.db import loader

_ANSWER_SECONDS = 0.5


def report() -> tuple[dict[str, str], int]:
    """200, or 503 where requests would fail. Without Redis nothing fails: work is only taken up a little later."""
    database, functions = _database()
    is_well = (database, functions) == ("up", "current")
    parts = {"status": "ok" if is_well else "unable", "database": database, "functions": functions, "redis": _redis()}
    return parts, 200 if is_well else 503


def _database() -> tuple[str, str]:
    """Stale functions are those of another version: the database must be migrated."""
    try:
        loaded = db.value("select fingerprint from db.loaded")
    except SQLAlchemyError:
        return "down", "unknown"
    return "up", "current" if loaded == _fingerprint() else "stale"


def _redis() -> str:
    url = current_app.config["SETTINGS"].redis_url
    if url is None:
        return "off"
    try:
        with Redis.from_url(url, socket_connect_timeout=_ANSWER_SECONDS, socket_timeout=_ANSWER_SECONDS) as redis:
            redis.ping()
    except RedisError:
        return "down"
    return "up"


@cache
def _fingerprint() -> str:
    return loader.fingerprint()
