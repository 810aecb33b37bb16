"""The memory of the whole system when nobody uses it."""

import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

from bench.system import running
from oms import db

_MEGABYTE = 1024 * 1024
_WORK_SECONDS = 300
_IDLE_SECONDS = 20


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="oms-bench-") as folder, running(Path(folder), demo=True) as system:
        db.connect(system.settings.app_database_url, pool_size=1)
        _wait_until_nothing_is_due()
        db.dispose()
        time.sleep(_IDLE_SECONDS)
        sizes = _sizes(system.pid)
    for name, size in sizes.most_common():
        print(f"| {name} | {size / _MEGABYTE:.0f} MB |")
    print(f"| all | {sizes.total() / _MEGABYTE:.0f} MB |")


def _wait_until_nothing_is_due() -> None:
    """The demo's mails and invoices are written first."""
    until = time.monotonic() + _WORK_SECONDS
    due = "select count(*) from tasks.tasks where state = 'running' or (state = 'ready' and run_after <= db.now())"
    with db.acting_as(db.SYSTEM):
        while db.value(due) and time.monotonic() < until:
            time.sleep(1)


def _sizes(pid: int) -> Counter[str]:
    """Proportional set size by program, over the whole tree of processes."""
    sizes: Counter[str] = Counter()
    root = psutil.Process(pid)
    for process in [root, *root.children(recursive=True)]:
        sizes[_name(process)] += process.memory_full_info().pss
    return sizes


def _name(process: psutil.Process) -> str:
    words = process.cmdline()
    modules = [word for word in words if word.startswith(("oms.", "jobs."))]
    return next(iter(modules), process.name())
