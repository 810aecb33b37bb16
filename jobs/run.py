"""One task from beginning to end: claim it, do its job, note how it went."""

import importlib
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oms.db import Actor, DomainError, acting_as, call, transaction

Job = Callable[[dict[str, Any]], None]

ROOT = Path(__file__).resolve().parents[1]
LEASE_LOST = "OM901"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Task:
    """A task whose lease we hold, for the attempt of this number."""

    id: int
    kind: str
    args: dict[str, Any]
    attempt: int


class NotNow(Exception):  # noqa: N818 - it is no error of ours
    """The other side does not answer. The task waits, as long as it takes; the message must name no person."""


class UnknownJobError(Exception):
    """There is no function for this kind of task."""


class _Current:
    """The task that is being done, and whether a job has noted its end already."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.is_finished = False

    def finish(self) -> None:
        call("tasks.finish", p_task_id=self.task.id, p_attempt=self.task.attempt)
        self.is_finished = True


_current: ContextVar[_Current | None] = ContextVar("oms_task", default=None)


def claim(task_id: int) -> Task | None:
    """Take the lease; None where the task is not due, or done, or somebody else has it."""
    row = call("tasks.claim", p_task_id=task_id)
    return None if row.id is None else Task(row.id, row.kind, row.args, row.attempts)


def run(task_id: int) -> None:
    """Do one task here and now, if it can be had."""
    task = claim(task_id)
    if task is not None:
        perform(task)


def run_due() -> None:
    """Do everything that is due, here and now, with what comes of it; for tests and the demo shop."""
    while due := call("tasks.sweep"):
        for task_id in due:
            run(task_id)


def perform(task: Task) -> None:
    """Do a claimed task and note how it went."""
    with acting_as(Actor("job", name=task.kind)):
        try:
            _do(task)
        except NotNow as error:
            log.info("task %s (%s) has to wait: %s", task.id, task.kind, error)
            call("tasks.postpone", p_task_id=task.id, p_attempt=task.attempt, p_error=str(error))
        except Exception as error:  # noqa: BLE001 - whatever a job raises, the next task is done
            if isinstance(error, DomainError) and error.code == LEASE_LOST:
                log.warning("task %s (%s) was taken over by another worker", task.id, task.kind)
                return
            reason = describe(error)
            log.warning("task %s (%s) failed, attempt %s: %s", task.id, task.kind, task.attempt, reason)
            call("tasks.fail", p_task_id=task.id, p_attempt=task.attempt, p_error=reason)


@contextmanager
def finishing() -> Iterator[None]:
    """One transaction for a job's effect and the end of its task: both happen, or neither does."""
    current = _current.get()
    with transaction():
        yield
        if current is not None:
            current.finish()


def job_of(kind: str) -> Job:
    """The function for a kind of task such as `invoices.render`."""
    domain, _, name = kind.partition(".")
    try:
        module = importlib.import_module(f"jobs.{domain}")
    except ModuleNotFoundError as error:
        if error.name != f"jobs.{domain}":
            raise
        module = None
    job: Job | None = getattr(module, name, None)
    if job is None or job.__module__ != f"jobs.{domain}":
        raise UnknownJobError
    return job


def describe(error: Exception) -> str:
    """What went wrong and where, without what the message may quote: names, addresses and the like stay out of logs."""
    if isinstance(error, UnknownJobError):
        return "There is no job of this kind."
    what = error.code if isinstance(error, DomainError) else type(error).__name__
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [f"{path.relative_to(ROOT)}:{line}" for path, line in frames if _is_ours(path)]
    return f"{what} in {ours[-1]}" if ours else what


def _is_ours(path: Path) -> bool:
    """Whether a frame tells where to look: our code, but for what merely hands on a task or a call."""
    folder = path.parent.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""
    return folder.startswith(("jobs", "oms")) and folder != "oms/db" and path != Path(__file__)


def _do(task: Task) -> None:
    current = _Current(task)
    token = _current.set(current)
    try:
        job_of(task.kind)(task.args)
        if not current.is_finished:
            current.finish()
    finally:
        _current.reset(token)
