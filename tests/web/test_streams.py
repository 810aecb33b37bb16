"""Live updates: nothing lost, nothing that is not one's own."""

import json
import re
import threading
from urllib.parse import quote

import pytest

from oms.db import Actor, acting_as, transaction
from oms.web import streams
from oms.web.streams import Pulse

EVERYWHERE = Actor("person", 1, "Alice", None)


def _record(db, subject="order", subject_id=17, location_id=None):
    return db.call(
        "history.record", p_subject=subject, p_subject_id=subject_id, p_type="order.held", p_location_id=location_id
    )


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
    return streams.current_position()


def test_it_tells_what_happened_since(committed_db, pulse, start):
    _record(committed_db, subject_id=17)
    _record(committed_db, subject_id=18)
    (message,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert message["event"] == "order-changed"
    assert json.loads(message["data"]) == {"ids": [17, 18], "types": ["order.held"]}
    assert streams.parse_position(message["id"]) == streams.current_position()


def test_it_goes_on_after_the_last_one_heard(committed_db, pulse, start):
    _record(committed_db)
    (heard,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert _read(pulse, EVERYWHERE, ["order"], streams.parse_position(heard["id"])) == []


def test_it_tells_only_what_was_asked_for(committed_db, pulse, start):
    _record(committed_db, "order", 17)
    _record(committed_db, "order", 18)
    _record(committed_db, "channel", 1)
    (message,) = _read(pulse, EVERYWHERE, ["order:18"], start)
    assert json.loads(message["data"])["ids"] == [18]


def test_it_neither_skips_who_commits_late_nor_waits_for_them(committed_db, pulse, start):
    """Ids are given out before commit: the one with the smaller id may commit last."""
    may_commit, has_begun = threading.Event(), threading.Event()

    def slow():
        with acting_as(EVERYWHERE), transaction():
            _record(committed_db, subject_id=1)
            has_begun.set()
            may_commit.wait(60)

    thread = threading.Thread(target=slow)
    thread.start()
    has_begun.wait(60)
    _record(committed_db, subject_id=2)
    (message,) = _read(pulse, EVERYWHERE, ["order"], start)
    assert json.loads(message["data"])["ids"] == [2]
    may_commit.set()
    thread.join()
    (message,) = _read(pulse, EVERYWHERE, ["order"], streams.parse_position(message["id"]))
    assert json.loads(message["data"])["ids"] == [1]


def test_it_tells_more_than_it_reads_at_once(committed_db, pulse, start, monkeypatch):
    monkeypatch.setattr(streams, "MOST_AT_ONCE", 2)
    for number in range(1, 6):
        _record(committed_db, subject_id=number)
    messages = _read(pulse, EVERYWHERE, ["order"], start, most=3)
    assert [json.loads(message["data"])["ids"] for message in messages] == [[1, 2], [3, 4], [5]]
    assert [message["id"] == start for message in messages] == [True, True, False]


def test_the_pulse_wakes_who_waits(committed_db, monkeypatch):
    monkeypatch.setattr(streams, "ASK_EVERY", 0.01)
    pulse = Pulse()
    assert pulse.join(1)
    assert pulse.wait_beyond(0, 60)  # the first look: what came between a stream's own look and this one counts
    assert not pulse.wait_beyond(1, 0.2)
    _record(committed_db)
    assert pulse.wait_beyond(1, 60)
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


@pytest.mark.parametrize(
    "text", ["", "x", "1", "1:", "1:2", "2:1:", "-1:2:", "1:2:²", "5:9:4", "5:9:9", "5:9:7,6", "1:2:,", "0:1:"]
)
def test_a_position_that_makes_no_sense_is_none(text):
    assert streams.parse_position(text) is None


def test_a_page_listens_from_before_it_was_read(request, committed_db):
    """What happens while a page is made is not lost."""
    app = request.getfixturevalue("_app")
    with app.test_request_context("/orders"), acting_as(EVERYWHERE):
        before = streams.current_position()
        _record(committed_db)
        made = app.jinja_env.from_string('{{ ui.stream("order") }}').render()
    assert f"since={quote(before, safe=':,')}" in made or f"since={quote(before)}" in made


def test_a_page_knows_its_position_without_asking(log_in, monkeypatch):
    """It comes with the first thing that is read; so neither do pages that don't listen, and parts of pages, ask for it."""

    def ask():
        raise AssertionError

    monkeypatch.setattr(streams, "current_position", ask)
    client = log_in("owner")
    assert re.search(r"since=[1-9]\d*%3A|since=[1-9]\d*:", client.get("/orders").text)
    for page in (client.get("/account"), client.get("/orders", htmx=True)):
        assert page.status_code == 200
        assert "since=" not in page.text
