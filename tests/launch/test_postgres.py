"""The embedded server as a process: made whole, confined to its socket, cleared away after a crash."""

import signal
import subprocess
import time

import psycopg
import pytest

from oms.embedded import SUPERUSER
from oms.launch import postgres
from oms.launch.privileges import give
from oms.launch.refusal import Refusal


@pytest.fixture
def cluster(tmp_path):
    folder = tmp_path / "postgres"
    postgres.create(folder, "tests", sync=False)
    (tmp_path / "sockets").mkdir(mode=0o700)
    give(tmp_path / "sockets")
    return folder


@pytest.fixture
def running(cluster):
    words = postgres.command(cluster, cluster.parent / "sockets", {"fsync": "off"})
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        connect(cluster).close()
        yield process
        process.send_signal(signal.SIGQUIT)


def connect(cluster, password="tests"):
    until = time.monotonic() + 20
    while True:
        try:
            return psycopg.connect(
                host=str(cluster.parent / "sockets"),
                user=SUPERUSER,
                password=password,
                dbname="postgres",
                autocommit=True,
            )
        except psycopg.OperationalError as error:
            if "authentication failed" in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)


def test_it_listens_on_its_socket_only_and_asks_for_the_password(cluster, running):
    with connect(cluster) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
        assert connection.execute("show data_checksums").fetchone() == ("on",)
        assert connection.execute("show fsync").fetchone() == ("off",)
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        connect(cluster, password="wrong")


def test_it_starts_over_after_an_interrupted_first_start(tmp_path):
    (tmp_path / ".postgres.new").mkdir()
    (tmp_path / ".postgres.new" / "half").touch()
    postgres.create(tmp_path / "postgres", "tests", sync=False)
    assert not (tmp_path / ".postgres.new").exists()
    assert not (tmp_path / "postgres" / "half").exists()


def test_it_stops_a_server_that_a_killed_start_left(cluster, running):
    postgres.clear_leftovers(cluster)
    assert running.wait(60) == 0


def test_it_forgets_the_server_that_a_power_cut_ended(cluster):
    pid_file = cluster / "postmaster.pid"
    pid_file.write_text("1\n/elsewhere\n")  # the number is some other program's now
    postgres.clear_leftovers(cluster)
    assert not pid_file.exists()


def test_it_refuses_the_files_of_another_major_version(cluster):
    (cluster / "PG_VERSION").write_text("17\n")
    with pytest.raises(Refusal, match=r"was written by PostgreSQL 17: move its data"):
        postgres.command(cluster, cluster.parent / "sockets")
