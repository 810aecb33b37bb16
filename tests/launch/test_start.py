"""`make run` as a person meets it, without the demo: it starts, says so to a second one, and stops without a trace."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest

from jobs.worker import LIMIT_SECONDS
from tests.support.ports import free_port
from tests.support.server import SECRET_KEY
from tests.support.source import ROOT

START = [sys.executable, "-m", "oms.launch"]


@pytest.fixture
def environ(tmp_path):
    ours = {"DATABASE_URL", "DATABASE_APP_URL", "REDIS_URL", "SECRET_KEY", "BASE_URL", "BIND"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "OMS_DATA": str(tmp_path), "PORT": str(free_port()), "DEMO": "0"}


@pytest.fixture
def start(environ):
    """Start OMS; whatever happens in the test, nothing of it stays."""
    started = []

    def run(**more):
        process = subprocess.Popen(
            START, cwd=ROOT, env={**environ, **more}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.terminate()
            process.wait(90)
        process.stdout.close()


def test_it_starts_and_stops_without_a_trace_and_keeps_the_data(start, environ):
    first = start()
    link = setup_link(read_until_ready(first))
    assert answer(environ, "/login") == 200
    assert answer(environ, link) == 200
    family = psutil.Process(first.pid).children(recursive=True)

    second = start()
    assert second.wait(90) == 0
    assert second.stdout.read() == f"OMS is already running at http://localhost:{environ['PORT']}\n"

    first.send_signal(signal.SIGINT)
    assert first.wait(90) == 0
    assert [process for process in family if process.is_running()] == []

    third = start()
    new_link = setup_link(read_until_ready(third))
    assert answer(environ, new_link) == 200
    assert answer(environ, link) == 410  # the old one may have been seen


def test_it_uses_the_servers_it_is_given(start, environ, server, redis_url):
    server.create("given")
    given = {"DATABASE_URL": server.url("given"), "REDIS_URL": redis_url, "SECRET_KEY": SECRET_KEY}
    process = start(**given)
    read_until_ready(process)
    assert answer(environ, "/login") == 200
    names = {child.name() for child in psutil.Process(process.pid).children()}
    assert not names & {"postgres", "redis-server"}
    process.terminate()
    assert process.wait(90) == 0
    server.drop("given")


def test_it_recovers_from_a_kill_and_starts_again_what_dies(start, environ):
    first = start()
    read_until_ready(first)
    family = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    _, left = psutil.wait_procs(family, timeout=LIMIT_SECONDS + 60)  # a task that was begun is ended first
    assert [process.cmdline() for process in left] == []

    second = start()
    read_until_ready(second)
    worker = next(process for process in psutil.Process(second.pid).children() if "jobs.worker" in process.cmdline())
    worker.kill()
    assert "worker ended (SIGKILL) and is started again" in read_until(second, "started again")


def test_it_refuses_a_taken_port_and_leaves_nothing_behind(start, environ):
    with socket.create_server(("127.0.0.1", int(environ["PORT"]))):
        refused = start()
        assert refused.wait(90) == 1
    words = refused.stdout.read()
    assert words.startswith(f"Port {environ['PORT']} is taken by another program: choose another")
    assert words.count("\n") == 1


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"DATABASE_URL": "postgresql://oms@127.0.0.1:9/oms"}, "PostgreSQL cannot be reached (Connection refused)"),
        ({"REDIS_URL": "redis://127.0.0.1:9"}, "Redis cannot be reached"),
        ({"DATABASE_URL": "nonsense"}, "PostgreSQL cannot be reached (missing"),
        ({"OMS_DATA": "/proc/oms"}, "OMS cannot write its data to /proc/oms"),
        ({"PORT": "none"}, "PORT must be a whole number from 1 to 65535, not 'none'."),
    ],
)
def test_it_refuses_in_one_sentence(start, setting, words):
    refused = start(**setting)
    assert refused.wait(90) == 1
    said = refused.stdout.read()
    assert said.startswith(words)
    assert said.count("\n") == 1


def read_until_ready(process):
    return read_until(process, "Ctrl-C stops it")


def read_until(process, end):
    words = ""
    until = time.monotonic() + 90
    while end not in words:
        line = process.stdout.readline()
        assert line, words
        assert time.monotonic() < until, words
        words += line
    return words


def setup_link(words):
    found = re.search(r"http://localhost:\d+(/setup/\S+)", words)
    assert found, words
    return found[1]


def answer(environ, path):
    connection = http.client.HTTPConnection("127.0.0.1", int(environ["PORT"]), timeout=90)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status
