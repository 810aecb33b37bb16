"""Jobs that only tests have, of kind `tests.<name>`, and a worker that knows them.

`python -m tests.support.jobs 60 5`: a task may take so many seconds, and a silent bell is listened to for so many.
"""

import os
import signal
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from jobs.run import NotNow, finishing
from oms.db import call


def note(args: dict[str, Any]) -> None:
    """Leave a trace that can be counted."""
    with finishing():
        call("history.record", p_subject="test", p_subject_id=args["n"], p_type="test.done")


def slow(args: dict[str, Any]) -> None:
    """Leave one trace at the beginning, and another when told to end."""
    call("history.record", p_subject="test", p_subject_id=args["n"], p_type="test.begun")
    time.sleep(args["seconds"])
    note(args)


def poison(_args: dict[str, Any]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def endless(_args: dict[str, Any]) -> None:
    while True:
        pass


def wrong(_args: dict[str, Any]) -> None:
    raise ValueError("dora@example.com is no number")


def refused(_args: dict[str, Any]) -> None:
    call("orders.cancel", p_order_id=0, p_reason="")


def too_early(_args: dict[str, Any]) -> None:
    raise NotNow("the mail server does not answer")


def nothing(_args: dict[str, Any]) -> None:
    pass


def install() -> None:
    """Make this file the module jobs.tests."""
    spec = spec_from_file_location("jobs.tests", __file__)
    assert spec is not None
    assert spec.loader is not None
    sys.modules["jobs.tests"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["jobs.tests"])


if __name__ == "__main__":
    from jobs import worker
    from oms.tasks import bell

    install()
    worker.LIMIT_SECONDS, bell.WAIT_SECONDS = map(int, sys.argv[1:])
    worker.BEAT_SECONDS = 0.3
    worker.LOOK_SECONDS = 0.1
    worker.main()
