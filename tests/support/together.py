"""Do the same thing in many sessions at the same moment."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from oms.db import DomainError

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


def crowd(works: Iterable[Callable[[], object]], sessions: int = 32) -> list[Outcome]:
    """Do many works in as many sessions as are given, each as soon as one is free; what each returned or raised."""

    def run(work: Callable[[], object]) -> Outcome:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - the outcome is what the test looks at
            return error

    with ThreadPoolExecutor(sessions) as pool:
        futures = [pool.submit(copy_context().run, run, work) for work in works]
        return [future.result() for future in futures]


def faults(outcomes: Iterable[Outcome]) -> list[Exception]:
    """What was raised and is no refusal in words: a deadlock, for one."""
    return [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, DomainError)]
