"""Do the same thing in many sessions at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

Outcome = object | Exception


def together(*works: Callable[[], object]) -> list[Outcome]:
    """Start all works at one barrier, each in a thread and a connection of its own; what each returned or raised."""
    barrier = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> Outcome:
        barrier.wait()
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - the outcome is what the test looks at
            return error

    with ThreadPoolExecutor(len(works)) as pool:
        futures = [pool.submit(copy_context().run, run, work) for work in works]
        return [future.result() for future in futures]
