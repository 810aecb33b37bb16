"""A real Redis for tests of background work; every test finds it empty."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis as redis_client

from oms.embedded import redis_server
from oms.launch.parent import dies_with_us
from oms.launch.redis import command


@contextmanager
def running_redis(folder: Path) -> Iterator[str]:
    """A Redis with its socket in a folder, while the block lasts; its address."""
    server = redis_server()
    if server is None:
        pytest.skip("there is no redis-server on this machine")
    process = subprocess.Popen([*dies_with_us("TERM"), *command(server, folder)], stdout=subprocess.DEVNULL)
    url = f"unix://{folder}/redis.sock"
    _wait(url)
    yield url
    process.terminate()
    process.wait(60)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """This worker's Redis."""
    with tempfile.TemporaryDirectory(prefix="oms-redis-") as folder, running_redis(Path(folder)) as url:
        yield url


@pytest.fixture
def redis(redis_url: str) -> Iterator["redis_client.Redis[bytes]"]:
    """A client of the worker's Redis, emptied."""
    with redis_client.Redis.from_url(redis_url) as client:
        client.flushall()
        yield client


def _wait(url: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            redis_client.Redis.from_url(url).ping()
        except redis_client.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return
