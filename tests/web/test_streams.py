"""Live updates: nothing lost, nothing that is not one's own."""

import json
import threading
import time

import pytest

from oms.db import Actor, acting_as, engine, transaction
from oms.web import streams
from oms.web.streams import Position, Pulse

EVERYWHERE = Actor("person", 1, "Alice", None)


def _record(db, subject="order", subject_id=17, location_id=None, *, waits=True):
    recorded = db.call(
        "history.record", p_subject=subject, p_subject_id=subject_id, p_type="order.held", p_location_id=location_id
    )
    if waits and engine._open.get() is None:
        _settle(recorded)
    return recorded


def _settle(recorded):
    """The server is shared: what another test has open counts as older than this, and the log waits for it."""
    until = time.monotonic() + 30
    while streams.last_position().id < recorded and time.monotonic() < until:
        time.sleep(0.05)


def _read(pulse, actor, subjects, since, most=1):
    """The first messages of a stream, without its pings."""
    found = []
    for message in streams._listen(pulse, actor, subjects, since):
        if message.startswith(":"):
            break
        if "event:" in message:
            found.append(dict(part.split(": ", 1) for part in message.strip().splitlines()))
        if len(found) == most:
            break
    return found


@pytest.fixture
def pulse(monkeypatch):
    monkeypatch.setattr(streams, "PING_EVERY", 0.05)
    return Pulse()


@pytest.fixture
def start(committed_db):
    return streams.last_position()


def test_it_tells_what_happened_since(committed_db, pulse, start):
    _record(committed_db, subject_id=17)
    _record(committed_db, subject_id=18)
    (message,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert message["event"] == "order-changed"
    assert json.loads(message["data"]) == {"ids": [17, 18], "types": ["order.held"]}
    assert Position.parse(message["id"]) == streams.last_position()


def test_it_goes_on_after_the_last_one_heard(committed_db, pulse, start):
    _record(committed_db)
    (heard,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert _read(pulse, EVERYWHERE, ["order"], Position.parse(heard["id"])) == []


def test_it_tells_only_what_was_asked_for(committed_db, pulse, start):
    _record(committed_db, "order", 17)
    _record(committed_db, "order", 18)
    _record(committed_db, "channel", 1)
    (message,) = _read(pulse, EVERYWHERE, ["order:18"], start)
    assert json.loads(message["data"])["ids"] == [18]


def test_it_does_not_skip_who_commits_late(committed_db, pulse, start):
    """Ids are given out before commit: the one with the smaller id may commit last."""
    may_commit, has_begun = threading.Event(), threading.Event()

    def slow():
        with acting_as(EVERYWHERE), transaction():
            _record(committed_db, subject_id=1)
            has_begun.set()
            may_commit.wait(5)

    thread = threading.Thread(target=slow)
    thread.start()
    has_begun.wait(5)
    recorded = _record(committed_db, subject_id=2, waits=False)
    assert _read(pulse, EVERYWHERE, ["order"], start) == []  # what is later waits for what may still come before it
    may_commit.set()
    thread.join()
    _settle(recorded)
    (message,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert json.loads(message["data"])["ids"] == [1, 2]


def test_the_pulse_wakes_who_waits(committed_db, monkeypatch, start):
    monkeypatch.setattr(streams, "ASK_EVERY", 0.01)
    pulse = Pulse()
    assert pulse.join(1)
    _record(committed_db)
    assert pulse.wait_beyond(start, 5)
    pulse.leave()


def test_there_are_only_so_many_places():
    pulse = Pulse()
    pulse._thread = threading.current_thread()  # no need to ask anything
    assert pulse.join(1)
    assert not pulse.join(1)
    pulse.leave()
    assert pulse.join(1)


def test_without_a_place_the_page_is_told_to_poll(app, log_in, monkeypatch):
    monkeypatch.setitem(app.config, "LIVE_STREAMS", 0)
    assert log_in("owner").get("/live?on=order").status_code == 204


def test_strangers_hear_nothing(client):
    assert client.get("/live?on=order").status_code == 303


@pytest.mark.parametrize("text", ["", "x", "1", "1-", "-1", "1-2-3", "1-²"])
def test_a_position_that_makes_no_sense_is_none(text):
    assert Position.parse(text) is None


def test_a_page_listens_from_where_it_was_made(log_in, app):
    with app.test_request_context():
        made = app.jinja_env.from_string('{{ ui.stream("order") }}').render()
    assert f"since={streams.last_position()}" in made
