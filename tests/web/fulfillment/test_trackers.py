"""EasyPost tells where parcels are."""

import json
from dataclasses import replace

import pytest

from jobs.run import run_due
from oms.fulfillment.carriers import easypost
from tests.support import factories

SECRET = "zwölf Möwen"


@pytest.fixture(autouse=True)
def _in_use(app, monkeypatch):
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], easypost_secret=SECRET))


@pytest.fixture
def parcel(bench):
    factories.ship(bench.id, "9400100000000000000001")
    return bench


def detail(status, at, **location):
    return {"status": status, "message": status.title(), "datetime": at, "tracking_location": location}


def tracker(*details, code="9400100000000000000001"):
    result = {"object": "Tracker", "tracking_code": code, "carrier": "USPS", "tracking_details": list(details)}
    return json.dumps({"object": "Event", "description": "tracker.updated", "result": result}).encode()


ON_ITS_WAY = detail("in_transit", "2026-11-20T10:00:00Z", city="ORLANDO", state="FL", country="US")
DELIVERED = detail("delivered", "2026-11-21T09:30:00Z", city="EDISON", state="NJ", country="US")


def send(client, body, signature=None):
    headers = {easypost.SIGNATURE: easypost.signature(SECRET, body) if signature is None else signature}
    answer = client.post("/fulfillment/trackers/easypost", data=body, headers=headers, csrf=False)
    run_due()
    return answer.status_code


def test_a_parcel_follows_its_tracker(client, parcel, db):
    assert send(client, tracker(ON_ITS_WAY, DELIVERED)) == 204
    told = db.rows("select status, description, place from fulfillment.tracking_events order by occurred_at")
    assert [tuple(event) for event in told] == [
        ("in_transit", "In_Transit", "Orlando, FL"),
        ("delivered", "Delivered", "Edison, NJ"),
    ]
    assert parcel.work.state == "delivered"


def test_the_whole_history_each_time_is_no_news(client, parcel, db):
    for body in (tracker(ON_ITS_WAY), tracker(ON_ITS_WAY), tracker(ON_ITS_WAY, DELIVERED)):
        send(client, body)
    assert db.value("select count(*) from fulfillment.tracking_events") == 2
    assert db.value("select count(*) from tasks.tasks where state = 'dead'") == 0


def test_a_status_we_do_not_know_is_unknown(client, parcel, db):
    send(client, tracker(detail("teleported", "2026-11-20T10:00:00Z")))
    assert db.value("select status from fulfillment.tracking_events") == "unknown"


def test_a_parcel_that_is_not_ours_is_no_error(client, parcel, db):
    assert send(client, tracker(DELIVERED, code="1Z")) == 204
    assert db.value("select count(*) from fulfillment.tracking_events") == 0


@pytest.mark.parametrize("signature", ["", "hmac-sha256-hex=00", "nonsense", "ä"])
def test_a_wrong_signature_is_refused(client, parcel, db, signature):
    assert send(client, tracker(DELIVERED), signature) == 401
    assert parcel.work.state == "shipped"


def test_another_body_is_refused(client, parcel):
    assert send(client, tracker(DELIVERED), easypost.signature(SECRET, tracker(ON_ITS_WAY))) == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"result": 7}',
        tracker({"status": "delivered"}),
        tracker(detail("delivered", "yesterday")),
        tracker(detail("delivered", "2026-11-21T09:30:00")),
        tracker({**DELIVERED, "status": ["delivered"]}),
    ],
)
def test_nonsense_that_is_signed_is_refused(client, parcel, body):
    assert send(client, body) == 400
    assert parcel.work.state == "shipped"


def test_too_much_is_refused(client, parcel):
    assert send(client, b" " * (easypost.BYTES_MAX + 1)) == 413


def test_it_is_not_there_without_a_secret(app, client, parcel, monkeypatch):
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], easypost_secret=None))
    assert send(client, tracker(DELIVERED)) == 404
