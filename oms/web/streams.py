"""Live updates: server-sent events read from the event log.

A position is a snapshot of the database (pg_snapshot): what a reader could see when it last looked. What is new is what
was not visible then and is now, whatever order its transactions began, took their ids or committed in; nothing waits for
a transaction that is still open. One thread per process looks every half second whether anything is new; each stream then
reads for itself, as its own person, so that row-level security decides what it hears.
"""

import json
import re
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Flask, Response, current_app
from sqlalchemy import Row

from oms import db

ASK_EVERY = 0.5  # seconds
PING_EVERY = 15  # seconds; also finds out who has gone
LONGEST = 600  # seconds, after which the browser comes again and proves anew who it is
MOST_AT_ONCE = 200  # events read at once
_POSITION = re.compile(r"[1-9]\d{0,17}:[1-9]\d{0,17}:(\d{1,18}(,\d{1,18})*)?", re.ASCII)

Position = str  # of a reader in the event log


class Pulse:
    """Wakes the streams of this process when the log has grown; asks only while somebody listens."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self.beats = 0
        self._thread: threading.Thread | None = None
        self.listeners = 0
        self.is_closed = False

    def close(self) -> None:
        """End all streams and stop asking; for whoever takes the database away."""
        with self._condition:
            self.is_closed = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: not self.listeners and self._thread is None)

    def join(self, most: int) -> bool:
        """Take one of the places; False where none is left."""
        with self._condition:
            if self.listeners >= most or self.is_closed:
                return False
            self.listeners += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._ask, name="live", daemon=True)
                self._thread.start()
            return True

    def leave(self) -> None:
        with self._condition:
            self.listeners -= 1
            self._condition.notify_all()

    def wait_beyond(self, beats: int, seconds: float) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self.is_closed or self.beats > beats, seconds)

    def _ask(self) -> None:
        position = None
        while True:
            try:
                now = current_position()
                is_new = position is None or _is_new_after(position)  # who has read before the first look reads again
                position = now
            except Exception:  # noqa: BLE001 - the database may be restarting; ask again
                is_new = False
            with self._condition:
                if is_new:
                    self.beats += 1
                    self._condition.notify_all()
                if self._condition.wait_for(lambda: self.is_closed or not self.listeners, ASK_EVERY):
                    self._thread = None
                    self._condition.notify_all()
                    return


def init_app(app: Flask) -> None:
    app.extensions["pulse"] = Pulse()
    app.config.setdefault("LIVE_STREAMS", 36)  # three quarters of the threads in gunicorn.conf.py
    # A page goes on from before it was read, so that nothing happens between reading and listening.
    app.jinja_env.globals["live_position"] = lambda: db.first_look() or current_position()


def current_position() -> Position:
    """Where the log is now, for everybody."""
    return str(db.value("select pg_current_snapshot()::text"))


def parse_position(text: str) -> Position | None:
    """What a browser sends back; None where it is not a snapshot (xmin:xmax:xip,...)."""
    if not _POSITION.fullmatch(text):
        return None
    lowest, beyond, *running = (int(number) for number in re.findall(r"\d+", text))
    return text if sorted({lowest - 1, *running, beyond}) == [lowest - 1, *running, beyond] else None


def open_stream(subjects: list[str], since: str) -> Response:
    """Events of these subjects after `since`; 204 where all places are taken, and the page polls instead."""
    pulse: Pulse = current_app.extensions["pulse"]
    start = parse_position(since) or current_position()
    if not subjects or not pulse.join(current_app.config["LIVE_STREAMS"]):
        return Response(status=204)
    response = Response(_listen(pulse, db.current_actor(), subjects, start), mimetype="text/event-stream")
    response.call_on_close(pulse.leave)
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _listen(pulse: Pulse, actor: db.Actor | None, subjects: list[str], position: Position) -> Iterator[str]:
    until = time.monotonic() + LONGEST
    yield "retry: 1000\n\n"
    while time.monotonic() < until and not pulse.is_closed:
        beats = pulse.beats  # before reading: what comes later beats again
        with db.acting_as(actor):
            now = current_position()
        last = 0
        while True:
            events = _events(actor, subjects, position, now, last)
            is_whole = len(events) < MOST_AT_ONCE
            # Who is cut off before the end of it hears all of it again.
            yield from _messages(events, now if is_whole else position)
            if is_whole:
                break
            last = events[-1].id
        position = now
        if not pulse.wait_beyond(beats, PING_EVERY):
            yield ": ping\n\n"


_NEW = (
    "transaction_id >= pg_snapshot_xmin(cast(cast(:since as text) as pg_snapshot))"
    " and not pg_visible_in_snapshot(transaction_id, cast(cast(:since as text) as pg_snapshot))"
)


def _is_new_after(position: Position) -> bool:
    with db.acting_as(db.SYSTEM):
        return bool(db.value(f"select exists (select from history.events where {_NEW})", since=position))  # noqa: S608


def _events(
    actor: db.Actor | None, subjects: list[str], since: Position, now: Position, last: int
) -> Sequence[Row[Any]]:
    with db.acting_as(actor):
        return db.rows(
            f"select id, subject, subject_id, type from history.events where {_NEW}"  # noqa: S608
            " and pg_visible_in_snapshot(transaction_id, cast(cast(:now as text) as pg_snapshot)) and id > :last"
            " and (subject = any(:subjects) or subject || ':' || subject_id = any(:subjects))"
            " order by id limit :most",
            since=since,
            now=now,
            last=last,
            subjects=subjects,
            most=MOST_AT_ONCE,
        )


def _messages(events: Sequence[Row[Any]], position: Position) -> Iterator[str]:
    """One message for each run of events of one subject; its id is where a reader goes on from."""
    for subject, run in groupby(events, attrgetter("subject")):
        batch = list(run)
        data = json.dumps(
            {"ids": sorted({event.subject_id for event in batch}), "types": sorted({event.type for event in batch})}
        )
        yield f"id: {position}\nevent: {subject}-changed\ndata: {data}\n\n"
