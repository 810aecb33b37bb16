"""Which functions does a test call, and how long does it take? Test by test, as PostgreSQL's statistics tell it.

They do not count a call that ended in an error.
"""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partialmethod
from pathlib import Path

import psycopg
import pytest
from _pytest.runner import runtestprotocol
from sqlalchemy.exc import SQLAlchemyError

from tests.support.server import Server

SECONDS_MAX = 20
_CALLED = "select schemaname || '.' || funcname from {} where calls > 0"
_drop = Server.drop


@dataclass(frozen=True)
class Reach:
    """What is known of a test, as long as its file is what it was."""

    test: str
    file: str
    passed: bool
    seconds: float
    functions: list[str]

    @property
    def is_fit(self) -> bool:
        """To judge; what is slow is not asked hundreds of times."""
        return self.passed and self.seconds < SECONDS_MAX


def known(kept: Path) -> dict[str, Reach]:
    """What an earlier survey found."""
    lines = kept.read_text().splitlines() if kept.exists() else []
    return {reach.test: reach for reach in (Reach(**json.loads(line)) for line in lines)}


def survey(items: list[pytest.Function], kept: Path) -> None:
    """Run each test that isn't known yet, and keep what is known of all."""
    reaches = known(kept)
    files = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in {item.path for item in items}}
    listener = _Listener()
    unknown = [item for item in items if item.nodeid not in reaches or reaches[item.nodeid].file != files[item.path]]
    for item in unknown:
        begun = time.monotonic()
        passed = listener.hears(item)
        seconds = round(time.monotonic() - begun, 3)
        reach = Reach(item.nodeid, files[item.path], passed, seconds, sorted(listener.functions))
        with kept.open("a") as file:
            file.write(json.dumps(asdict(reach)) + "\n")


class _Listener:
    """Asks at the end of a test's transaction, and before a database of its own is dropped."""

    functions: set[str]

    def hears(self, item: pytest.Function) -> bool:
        """Run a test; says whether it passed."""
        self.functions = set()
        plugins = item.config.pluginmanager
        plugins.register(self)
        Server.drop = partialmethod(_ask_and_drop, self.functions)  # type: ignore[assignment]
        reports = runtestprotocol(item, log=False, nextitem=item.session)  # whose fixtures are kept
        Server.drop = _drop  # type: ignore[method-assign]
        plugins.unregister(self)
        return all(report.passed for report in reports)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Function) -> Iterator[None]:
        try:
            return (yield)
        finally:
            if "db" in item.fixturenames:
                connection = item._request.getfixturevalue("_connection")
                with suppress(SQLAlchemyError):
                    connection.exec_driver_sql("select pg_stat_force_next_flush()")  # the next test begins with none
                    called = connection.exec_driver_sql(_CALLED.format("pg_stat_xact_user_functions"))
                    self.functions.update(called.scalars())


def _ask_and_drop(server: Server, functions: set[str], name: str) -> None:
    with suppress(psycopg.Error), psycopg.connect(server.url(name), autocommit=True) as connection:
        others = b"select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        until = time.monotonic() + 2
        while connection.execute(others).fetchone() and time.monotonic() < until:
            time.sleep(0.01)  # each tells what it called when it ends
        called = connection.execute(_CALLED.format("pg_stat_user_functions").encode())
        functions.update(function for (function,) in called)
    _drop(server, name)
