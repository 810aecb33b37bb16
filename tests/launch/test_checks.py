import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from oms.launch import checks
from oms.launch.checks import check_data_dir, check_libraries, check_port
from oms.launch.refusal import Refusal
from tests.support.ports import free_port


def test_it_makes_the_data_folder(tmp_path):
    check_data_dir(tmp_path / "new" / "var")
    assert list((tmp_path / "new" / "var").iterdir()) == []


def test_it_refuses_a_folder_it_cannot_write():
    with pytest.raises(Refusal, match=r"OMS cannot write its data to /proc/var .*: set OMS_DATA"):
        check_data_dir(Path("/proc/var"))


def test_it_refuses_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda _: SimpleNamespace(free=5 * 2**20))
    with pytest.raises(Refusal, match=r"has 5 MB free and OMS needs 300: make room"):
        check_data_dir(tmp_path)


def test_it_refuses_a_taken_port_and_names_another():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match=f"Port {port} is taken .* make run PORT={port + 1}"):
            check_port("127.0.0.1", port)


def test_it_accepts_a_free_port():
    check_port("127.0.0.1", free_port())


def test_it_refuses_an_address_of_another_machine():
    with pytest.raises(Refusal, match=r"cannot listen on 192\.0\.2\.1, port 8000 .*: check BIND and PORT"):
        check_port("192.0.2.1", 8000)


def test_it_names_the_libraries_that_are_missing(monkeypatch):
    monkeypatch.setattr(checks, "missing_libraries", lambda: ["Pango", "HarfBuzz"])
    with pytest.raises(Refusal, match=r"PDFs are missing \(Pango, HarfBuzz\): make setup"):
        check_libraries()
