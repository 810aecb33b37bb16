"""The work-horse: a forked process that does one task after the other, so that a task can end nothing but its horse.

It begins within milliseconds, with everything the worker has loaded, and is let go when there is nothing to do; what
tasks have piled up in memory goes with it.
"""

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

_fork = get_context("fork")
_DONE = b""


class HorseDiedError(Exception):
    """The process ended in the middle of a task; the message says how."""


class Horse:
    """`prepare` runs once in the new process, then `perform` for each task."""

    def __init__(self, prepare: Callable[[], None], perform: Callable[[Any], None]) -> None:
        self._reins, bit = _fork.Pipe()
        self._process = _fork.Process(target=_work, args=(bit, self._reins, prepare, perform), name="work-horse")
        self._process.start()
        bit.close()

    def take(self, task: Any) -> None:
        """Begin a task. Raises HorseDiedError."""
        try:
            self._reins.send(task)
        except OSError:
            raise self._death() from None

    def is_done(self, within: float) -> bool:
        """Wait up to so many seconds for the end of the task. Raises HorseDiedError."""
        if not self._reins.poll(within):
            return False
        try:
            self._reins.recv_bytes()
        except (EOFError, OSError):
            raise self._death() from None
        return True

    def let_go(self) -> None:
        """Between tasks: the process ends by itself."""
        self._reins.close()
        self._process.join()

    def kill(self) -> None:
        """In the middle of a task: end the process, whatever it does."""
        self._process.kill()
        self.let_go()

    def _death(self) -> HorseDiedError:
        self.let_go()
        code = self._process.exitcode or 0
        return HorseDiedError(signal.Signals(-code).name if code < 0 else f"exit code {code}")


def _work(bit: Connection, reins: Connection, prepare: Callable[[], None], perform: Callable[[Any], None]) -> None:
    """Until the worker lets go or is no more: then the pipe ends."""
    reins.close()
    # To stop is the worker's to decide; it waits for the end of the task.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    prepare()
    while True:
        try:
            task = bit.recv()
        except EOFError:
            return
        perform(task)
        bit.send_bytes(_DONE)
