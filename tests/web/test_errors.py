"""What went wrong is told where the person is."""

import json

import pytest
from flask import abort
from sqlalchemy.exc import OperationalError

from oms.db import DomainError
from oms.db.refusal import Refusal
from oms.web.guards import Guard


@pytest.fixture
def failing(app, monkeypatch):
    """Let the page /healthz do something else."""

    def fail(view):
        view.guard = Guard("public", "a test")
        monkeypatch.setitem(app.view_functions, "web.healthz", view)

    return fail


def _refuse():
    raise DomainError("OM101", Refusal(409, "Only %(available)s left."), {"available": 3})


def _bug():
    return 1 / 0


def test_a_refusal_is_a_page_to_a_person(client, failing):
    failing(_refuse)
    answer = client.get("/healthz")
    assert answer.status_code == 409
    assert "Only 3 left." in answer.text


def test_a_refusal_is_a_toast_to_htmx(client, failing):
    failing(_refuse)
    answer = client.get("/healthz", htmx=True)
    assert (answer.status_code, answer.text) == (409, "")
    assert answer.headers["HX-Reswap"] == "none"
    assert json.loads(answer.headers["HX-Trigger"])["toast"]["message"] == "Only 3 left."


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 415, 422, 429, 503])
def test_each_status_has_a_sentence(client, failing, status):
    failing(lambda: abort(status))
    answer = client.get("/healthz")
    assert answer.status_code == status
    assert "Something went wrong." not in answer.text


def test_a_bug_shows_a_reference_and_nothing_else(client, failing, caplog):
    failing(_bug)
    answer = client.get("/healthz")
    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.text
    reference = answer.text.partition("Reference: ")[2][:8]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_software_gets_a_problem(client):
    answer = client.get("/api/v1/nowhere")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_an_outage_is_told_without_asking_the_database(app, log_in, failing, monkeypatch):
    client = log_in("owner")

    def out(*_args, **_kwargs):
        raise OperationalError("select", {}, Exception("connection refused"))

    monkeypatch.setattr("oms.auth.principal.call", out)
    answer = client.get("/account")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "connection refused" not in answer.text
    assert client.get("/api/v1/orders").mimetype == "application/problem+json"
