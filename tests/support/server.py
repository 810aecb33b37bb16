"""One PostgreSQL 18 for a whole run: migrated once into a template, cloned for whoever needs a database."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from oms.db.migrate import migrate
from oms.embedded import SUPERUSER
from oms.launch import postgres
from oms.launch.parent import dies_with_us
from oms.launch.privileges import give
from oms.settings import app_database_url

SECRET_KEY = "for tests only, and long enough for it"
_PASSWORD = "tests"
_TEMPLATE = "oms_template"
_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "250",
    "shared_buffers": "128MB",
}
# The limits of the application's role are for machines that do nothing else.
PATIENT = "-c lock_timeout=60s -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s"


@dataclass(frozen=True)
class Server:
    """Where the run's server is; the same in every worker."""

    sockets: str

    def url(self, database: str) -> str:
        """Connect as the superuser."""
        return f"postgresql://{SUPERUSER}:{_PASSWORD}@/{database}?host={self.sockets}"

    def app_url(self, database: str) -> str:
        """Connect as the application does."""
        return f"{app_database_url(self.url(database), SECRET_KEY)}&options={quote(PATIENT)}"

    def clone(self, name: str, template: str = _TEMPLATE) -> None:
        """Make a database that is migrated already."""
        self._run(sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template)))

    def create(self, name: str) -> None:
        """Make a database with nothing of ours in it."""
        self.clone(name, "template0")

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


class RunningServer:
    """Started by the first process of the run, stopped by the same. `options` are for PostgreSQL, beside the usual ones."""

    def __init__(self, **options: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="oms-test-"))
        self._folder.chmod(0o711)
        self._cluster, self._sockets = self._folder / "postgres", self._folder / "sockets"
        self._options = _OPTIONS | options
        postgres.create(self._cluster, _PASSWORD, sync=False)
        self._sockets.mkdir(mode=0o700)
        give(self._sockets)
        self.address = Server(str(self._sockets))
        self.start()
        self.address.create(_TEMPLATE)
        self.template_url = self.address.url(_TEMPLATE)
        migrate(self.template_url, SECRET_KEY, strict=True)

    def start(self) -> None:
        """Start, also after a kill: until it answers."""
        words = [*dies_with_us("INT"), *postgres.command(self._cluster, self._sockets, self._options)]
        with (self._folder / "log").open("a") as log:
            self._process = subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True)
        self._wait()

    def kill(self) -> None:
        """Kill all of it, without a chance to write anything down; it makes no more processes meanwhile."""
        postmaster = psutil.Process(self._process.pid)
        postmaster.suspend()
        everybody = [*postmaster.children(recursive=True), postmaster]
        for process in everybody:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for process in everybody:
            with suppress(psutil.NoSuchProcess):
                while process.status() != psutil.STATUS_ZOMBIE:
                    time.sleep(0.005)
        self._process.wait(30)

    def stop(self) -> None:
        """Stop at once: nothing of it is kept."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _wait(self) -> None:
        until = time.monotonic() + 90
        while True:
            try:
                psycopg.connect(self.address.url("postgres")).close()
            except psycopg.OperationalError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return


def share(server: Server) -> None:
    """Tell the workers of this run where the server is."""
    os.environ["OMS_TEST_SERVER"] = server.sockets


def shared() -> Server | None:
    """The server another process of this run has started."""
    told = os.environ.get("OMS_TEST_SERVER")
    return Server(told) if told else None
