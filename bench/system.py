"""An OMS of our own: started in a temporary folder on a free port, stopped and removed at the end."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from oms import db
from oms.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[1]
_STOP_SECONDS = 90
_OURS = ("DATABASE_URL", "DATABASE_APP_URL", "REDIS_URL", "SECRET_KEY", "OMS_DATA", "PORT", "BASE_URL", "DEMO")


@dataclass(frozen=True)
class System:
    """What runs: the process that keeps it, its address, and how long it took to the first page."""

    pid: int
    url: str
    seconds: float
    settings: Settings


@contextmanager
def running(
    folder: Path, *, demo: bool, command: Sequence[str] = (sys.executable, "-m", "oms.launch"), cwd: Path = ROOT
) -> Iterator[System]:
    """OMS with its data in a folder, while the block lasts."""
    port = _free_port()
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    environ = kept | {"OMS_DATA": str(folder), "PORT": str(port), "DEMO": str(int(demo))}
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, env=environ, stdout=subprocess.DEVNULL, process_group=0)  # noqa: S603
    try:
        _wait_for_page(process, f"http://127.0.0.1:{port}/login")
        seconds = time.monotonic() - began
        settings = load_settings({"OMS_DATA": str(folder), "PORT": str(port)})
        yield System(process.pid, f"http://127.0.0.1:{port}", seconds, settings)
    finally:
        _stop(process)


@contextmanager
def measured_shop() -> Iterator[System]:
    """An empty shop, and `oms.db` connected to it as the system."""
    with tempfile.TemporaryDirectory(prefix="oms-bench-") as folder, running(Path(folder), demo=False) as system:
        db.connect(system.settings.app_database_url, pool_size=2)
        with db.acting_as(db.SYSTEM):
            yield system
        db.dispose()


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _wait_for_page(process: subprocess.Popen[bytes], url: str, seconds: float = 600) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    """As Ctrl-C does: everything in the group, and make as well."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
