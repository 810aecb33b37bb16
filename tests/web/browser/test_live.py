"""The stream over HTTP, as a browser hears it."""

import http.client
from urllib.parse import urlsplit

import pytest

from oms.auth.secrets import hash_of, new_token


@pytest.fixture
def listen(live_server, committed_db):
    """Open a stream; the answer, to be read line by line."""

    def listen(address, **headers):
        person_id = committed_db.call("auth.create_person", p_email="a@example.com", p_name="Alice", p_role="owner")
        token = new_token()
        committed_db.call(
            "auth.start_session", p_person_id=person_id, p_token_hash=hash_of(token), p_address="", p_user_agent=""
        )
        connection = http.client.HTTPConnection(urlsplit(live_server).netloc, timeout=60)
        connection.request("GET", address, headers={"Cookie": f"sid={token}", **headers})
        opened.append(connection)
        return connection.getresponse()

    opened = []
    yield listen
    for connection in opened:
        connection.close()


def test_it_is_heard_within_a_moment(listen, committed_db):
    answer = listen("/live?on=order")
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert answer.headers["X-Accel-Buffering"] == "no"
    assert answer.headers["Cache-Control"] == "no-store"
    committed_db.call("history.record", p_subject="order", p_subject_id=17, p_type="order.held")
    lines = iter(answer.readline, b"")
    assert next(line for line in lines if line.startswith(b"event:")) == b"event: order-changed\n"
    assert b'"ids": [17]' in next(lines)


def test_it_is_heard_however_slowly_its_script_arrives(signed_in, page):
    """htmx begins as soon as it may, and knows then only the extensions that are there."""

    def late(route):
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/hx-sse.min.js", late)
    with page.expect_request("**/live?*"):
        signed_in("owner", "/orders")
