"""The worker, a process of the Procfile: does the tasks it is rung for, or finds what is due itself when nobody rings.

It holds the lease of one task at a time while a work-horse does it, and notes what the horse did not survive. When the
worker itself is killed the lease runs out, and another worker or its successor takes the task over.
"""

import importlib
import logging
import pkgutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from redis import RedisError
from sqlalchemy.exc import OperationalError

import jobs
from app import create_app
from jobs.horse import Horse, HorseDiedError
from jobs.run import Task, claim, perform
from oms import db
from oms.db import DomainError, call
from oms.settings import Settings, load_settings
from oms.tasks.bell import Bell

LIMIT_SECONDS = 120
BEAT_SECONDS = 20  # a third of the lease that tasks.claim gives
LOOK_SECONDS = 2  # between two looks into PostgreSQL where no bell is heard
LOOK_LIMIT = 20

log = logging.getLogger(__name__)


class _StopError(Exception):
    """The signal to stop, while nothing is being done."""


class Worker:
    """Does one task after the other until it is told to stop."""

    def __init__(self, settings: Settings) -> None:
        """Load everything that tasks need, so that horses begin with it."""
        self._settings = settings
        self._app = create_app(settings)
        for module in pkgutil.iter_modules(jobs.__path__):
            importlib.import_module(f"jobs.{module.name}")
        self._bell = Bell(settings.redis_url) if settings.redis_url else None
        self._horse: Horse | None = None
        self._is_stopping = False
        self._is_waiting = False

    def work(self) -> None:
        """Until SIGTERM or SIGINT; a task that was begun is ended first."""
        signal.signal(signal.SIGTERM, self._on_stop)
        signal.signal(signal.SIGINT, self._on_stop)
        with suppress(_StopError):
            while not self._is_stopping:
                self._go_on()
        self._let_horse_go()

    def _go_on(self) -> None:
        try:
            for task_id in self._next():
                self._do(task_id)
        except OperationalError as error:
            log.warning("PostgreSQL does not answer (%s)", type(error.orig).__name__)
            with self._waiting():
                time.sleep(LOOK_SECONDS)

    def _next(self) -> list[int]:
        """What was rung for, else what a look into PostgreSQL finds."""
        with self._waiting():
            rung = self._hear()
        if rung is not None:
            return [rung]
        due: list[int] = call("tasks.sweep", p_limit=LOOK_LIMIT)
        if not due:
            self._let_horse_go()
        return due

    def _hear(self) -> int | None:
        if self._bell is not None:
            with suppress(RedisError):
                return self._bell.wait()
        time.sleep(LOOK_SECONDS)
        return None

    def _do(self, task_id: int) -> None:
        task = None if self._is_stopping else claim(task_id)
        if task is None:
            return
        horse = self._horse = self._horse or Horse(self._prepare, self._perform)
        try:
            horse.take(task)
            self._hold_lease(task, horse)
        except HorseDiedError as death:
            self._horse = None
            reason = f"The process ended in the middle of it: {death}."
            log.warning("task %s (%s), attempt %s: %s", task.id, task.kind, task.attempt, reason)
            call("tasks.fail", p_task_id=task.id, p_attempt=task.attempt, p_error=reason)

    def _hold_lease(self, task: Task, horse: Horse) -> None:
        """Until the horse is done with the task, or has taken too long."""
        until = time.monotonic() + LIMIT_SECONDS
        while not horse.is_done(within=BEAT_SECONDS):
            if time.monotonic() > until:
                horse.kill()
                raise HorseDiedError(f"it took longer than {LIMIT_SECONDS} seconds")
            try:
                call("tasks.extend_lease", p_task_id=task.id, p_attempt=task.attempt)
            except (DomainError, OperationalError):
                log.warning("task %s (%s): the lease could not be extended", task.id, task.kind)

    def _prepare(self) -> None:
        """In the horse: connections are not shared with the worker."""
        db.connect(self._settings.app_database_url, pool_size=2)

    def _perform(self, task: Task) -> None:
        with self._app.app_context():
            perform(task)

    def _let_horse_go(self) -> None:
        if self._horse is not None:
            self._horse.let_go()
            self._horse = None

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        """Nothing is being done here, so a signal to stop need not wait for the end."""
        self._is_waiting = True
        try:
            yield
        finally:
            self._is_waiting = False

    def _on_stop(self, _signum: int, _frame: FrameType | None) -> None:
        self._is_stopping = True
        if self._is_waiting:
            raise _StopError


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    with db.acting_as(db.SYSTEM):
        Worker(load_settings()).work()


if __name__ == "__main__":
    main()
