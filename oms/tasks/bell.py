"""The doorbell: says through Redis that there is work in PostgreSQL, so that a worker need not wait to look.

What stands in Redis is an RQ queue of task ids and nothing more: RQ's job says only which task, never what to do or how
it went. So all of it may be lost at any time: tasks.sweep finds what nobody was rung for, and it is rung for again.
"""

import logging
import time
from collections.abc import Iterable

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue
from rq.exceptions import DequeueTimeout
from rq.serializers import JSONSerializer

from oms import db

WAIT_SECONDS = 5
_QUEUE = "oms"
_RINGS_KEPT_SECONDS = 3600
_ANSWER_SECONDS = 0.5
_PAUSE_SECONDS = 5  # when Redis does not answer, nobody else has to wait for it meanwhile

log = logging.getLogger(__name__)


class Bell:
    """The queue of one Redis."""

    def __init__(self, redis_url: str) -> None:
        self._outside = _queue(redis_url, _ANSWER_SECONDS)
        self._inside = _queue(redis_url, WAIT_SECONDS + _ANSWER_SECONDS)
        self._pause_until = 0.0

    def ring(self, task_ids: Iterable[int]) -> None:
        """Say that these tasks are due. Never fails: who is not heard is found by the sweep."""
        if time.monotonic() < self._pause_until:
            return
        rings = [
            Queue.prepare_data(
                "jobs.run.run",
                args=[task_id],
                job_id=f"task-{task_id}",
                description=f"task {task_id}",
                ttl=_RINGS_KEPT_SECONDS,
                result_ttl=0,
                failure_ttl=0,
            )
            for task_id in dict.fromkeys(task_ids)
        ]
        try:
            self._outside.enqueue_many(rings)
        except RedisError as error:
            self._pause_until = time.monotonic() + _PAUSE_SECONDS
            log.warning("Redis does not answer (%s): work waits for the next look", type(error).__name__)

    def is_silent(self) -> bool:
        """Whether no ring waits to be heard. Raises RedisError."""
        return bool(self._outside.is_empty())

    def wait(self) -> int | None:
        """The next task that was rung for; None after some seconds of silence. Raises RedisError."""
        queue = self._inside
        try:
            heard = Queue.dequeue_any([queue], WAIT_SECONDS, queue.connection, serializer=JSONSerializer)
        except DequeueTimeout:
            return None
        if heard is None:
            return None
        ring, _ = heard
        # RQ's safety net for rings that get lost in a worker goes too: ours is the sweep.
        queue.connection.delete(ring.key, queue.intermediate_queue_key)
        return int(ring.id.removeprefix("task-"))


def connect(redis_url: str | None) -> None:
    """From now on, ring after each commit for what it made due. Without Redis, workers look by themselves."""
    if redis_url is not None:
        bell = Bell(redis_url)
        db.listen("task due", lambda task_ids: bell.ring(map(int, task_ids)))


def _queue(redis_url: str, answer_seconds: float) -> Queue:
    retry = Retry(NoBackoff(), 0)
    connection = Redis.from_url(
        redis_url, socket_connect_timeout=_ANSWER_SECONDS, socket_timeout=answer_seconds, retry=retry
    )
    return Queue(_QUEUE, connection=connection, serializer=JSONSerializer)
