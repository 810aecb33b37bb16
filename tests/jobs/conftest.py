"""Workers as processes of their own, on the database of the test."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest

from oms.db import engine as oms_engine
from oms.launch.parent import dies_with_us
from oms.tasks import bell as bells
from tests.support import jobs
from tests.support.server import SECRET_KEY


@pytest.fixture(autouse=True)
def _jobs_of_tests():
    jobs.install()
    yield
    del sys.modules["jobs.tests"]


@pytest.fixture
def bell(redis, redis_url):
    """A bell that rings after each commit of the test."""
    bells.connect(redis_url)
    yield bells.Bell(redis_url)
    oms_engine._listeners.clear()


@pytest.fixture
def start_worker(committed_db, tmp_path):
    """Start a worker; returns the process. Without an address it works without Redis."""
    workers = []

    def start(redis_address="", limit_seconds=60, wait_seconds=5):
        environ = os.environ | {
            "DATABASE_URL": "postgresql://nobody@/nothing",
            "DATABASE_APP_URL": oms_engine._engine.url.set(drivername="postgresql").render_as_string(
                hide_password=False
            ),
            "REDIS_URL": redis_address,
            "SECRET_KEY": SECRET_KEY,
            "OMS_DATA": str(tmp_path),
        }
        told = [str(limit_seconds), str(wait_seconds)]
        words = [*dies_with_us("KILL"), sys.executable, "-m", "tests.support.jobs", *told]
        workers.append(subprocess.Popen(words, env=environ, start_new_session=True))
        return workers[-1]

    yield start
    for worker in workers:
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(60)


@pytest.fixture
def hurry(server):
    """Let leases and waits of all tasks be over now."""

    def run():
        with psycopg.connect(server.url(oms_engine._engine.url.database), autocommit=True) as connection:
            connection.execute(
                "update tasks.tasks set run_after = least(run_after, now()), lease_until = lease_until - interval '1 hour'"
            )

    return run
