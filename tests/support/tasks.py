"""Tasks as a test needs them, and the clock turned forward."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from oms.db import call, row, rows, value


def task(kind: str = "tests.nothing", **given: Any) -> int:
    """Enqueue a task; its id. `given` is what tasks.enqueue takes."""
    return int(call("tasks.enqueue", p_kind=kind, **given))


def claimed(**given: Any) -> int:
    """A task that is being done; its id."""
    task_id = task(**given)
    call("tasks.claim", p_task_id=task_id)
    return task_id


def task_row(task_id: int) -> Any:
    return row("select * from tasks.tasks where id = :id", id=task_id)


def traces() -> dict[int, int]:
    """How often each test.done was noted: {n: times}. Jobs that note it are in tests/support/jobs.py."""
    found = rows("select subject_id, count(*) from history.events where type = 'test.done' group by 1")
    return dict(map(tuple, found))


def later(**passed: float) -> None:
    """Let so much time pass for db.now(), to the end of the test: `later(minutes=5)`."""
    value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(**passed))


def eventually(condition: Callable[[], object], seconds: float = 120) -> None:
    """Wait until something is true that another process brings about, and fail when it never does."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.02)
