"""Live updates: server-sent events read from the event log.

One thread per process asks the log every half second how far it has come; each stream then reads what is new for
itself, as its own person, so that row-level security decides what it hears. A position is (transaction, id), and only
transactions before the oldest running one count: ids commit out of order, and a plain `id >` would skip the late ones.
"""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from flask import Flask, Response, current_app
from sqlalchemy import Row

from oms import db

ASK_EVERY = 0.5  # seconds
PING_EVERY = 15  # seconds; also finds out who has gone
LONGEST = 600  # seconds, after which the browser comes again and proves anew who it is
MOST_AT_ONCE = 200  # events in one answer


class Position(NamedTuple):
    """How far a reader has come in the event log."""

    transaction: int = 0
    id: int = 0

    def __str__(self) -> str:
        return f"{self.transaction}-{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Position | None":
        transaction, _, number = text.partition("-")
        return cls(int(transaction), int(number)) if transaction.isdecimal() and number.isdecimal() else None


class Pulse:
    """Wakes the streams of this process when the log has grown; asks only while somebody listens."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self.position = Position()
        self._thread: threading.Thread | None = None
        self.listeners = 0
        self.is_closed = False

    def close(self) -> None:
        """End all streams and stop asking; for whoever takes the database away."""
        with self._condition:
            self.is_closed = True
            self._condition.notify_all()
        while self.listeners or self._thread:
            time.sleep(ASK_EVERY / 10)

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

    def wait_beyond(self, position: Position, seconds: float) -> bool:
        with self._condition:
            return self._condition.wait_for(lambda: self.is_closed or self.position > position, seconds)

    def _ask(self) -> None:
        while True:
            try:
                position = last_position()
            except Exception:  # noqa: BLE001 - the database may be restarting; ask again
                position = None
            with self._condition:
                if self.is_closed or not self.listeners:
                    self._thread = None
                    return
                if position is not None and position > self.position:
                    self.position = position
                    self._condition.notify_all()
            time.sleep(ASK_EVERY)


def init_app(app: Flask) -> None:
    app.extensions["pulse"] = Pulse()
    app.config.setdefault("LIVE_STREAMS", 36)  # three quarters of the threads in gunicorn.conf.py
    app.jinja_env.globals["live_position"] = last_position


def last_position() -> Position:
    """How far the log has come, for everybody."""
    with db.acting_as(db.SYSTEM):
        found = db.row(
            "select transaction_id::text, id from history.events"
            " where transaction_id < pg_snapshot_xmin(pg_current_snapshot())"
            " order by history.events.transaction_id desc, id desc limit 1"
        )
    return Position(int(found.transaction_id), found.id) if found else Position()


def open_stream(subjects: list[str], since: str) -> Response:
    """Events of these subjects after `since`; 204 where all places are taken, and the page polls instead."""
    pulse: Pulse = current_app.extensions["pulse"]
    if not subjects or not pulse.join(current_app.config["LIVE_STREAMS"]):
        return Response(status=204)
    start = Position.parse(since) or last_position()
    response = Response(_listen(pulse, db.current_actor(), subjects, start), mimetype="text/event-stream")
    response.call_on_close(pulse.leave)
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _listen(pulse: Pulse, actor: db.Actor | None, subjects: list[str], position: Position) -> Iterator[str]:
    until = time.monotonic() + LONGEST
    yield "retry: 1000\n\n"
    while time.monotonic() < until and not pulse.is_closed:
        reached = pulse.position  # before reading: whatever is up to here is visible to the query below
        events = _events(actor, subjects, position)
        yield from _messages(events)
        last = Position(int(events[-1].transaction_id), events[-1].id) if events else position
        if len(events) == MOST_AT_ONCE:
            position = last  # there is more to read before anything may be skipped
            continue
        position = max(last, reached)
        if not pulse.wait_beyond(position, PING_EVERY):
            yield ": ping\n\n"


def _events(actor: db.Actor | None, subjects: list[str], position: Position) -> Sequence[Row[Any]]:
    with db.acting_as(actor):
        return db.rows(
            "select transaction_id::text, id, subject, subject_id, type from history.events"
            " where (transaction_id, id) > (cast(cast(:transaction as text) as xid8), :id)"
            " and transaction_id < pg_snapshot_xmin(pg_current_snapshot())"
            " and (subject = any(:subjects) or subject || ':' || subject_id = any(:subjects))"
            " order by history.events.transaction_id, id limit :most",
            transaction=str(position.transaction),
            id=position.id,
            subjects=subjects,
            most=MOST_AT_ONCE,
        )


def _messages(events: Sequence[Row[Any]]) -> Iterator[str]:
    """One message for each run of events of one subject; its id is where a reader goes on from."""
    for subject, run in groupby(events, attrgetter("subject")):
        batch = list(run)
        data = json.dumps(
            {"ids": sorted({event.subject_id for event in batch}), "types": sorted({event.type for event in batch})}
        )
        yield f"id: {batch[-1].transaction_id}-{batch[-1].id}\nevent: {subject}-changed\ndata: {data}\n\n"
