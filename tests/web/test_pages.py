"""A page, a part of it, and "done"."""

import json

import pytest
from jinja2 import DictLoader
from wtforms import StringField
from wtforms.validators import InputRequired

from oms.web import Form, done, page

TEMPLATES = {
    "whole.html": "<!doctype html>{% block part %}<p id='part'>{{ word }} {{ ui.badge('x') }}</p>{% endblock %}",
}


@pytest.fixture
def asked(app, monkeypatch):
    """A request as htmx or a browser would send it."""
    monkeypatch.setattr(app.jinja_env, "loader", _Both(TEMPLATES, app.jinja_env.loader))

    def asked(**headers):
        return app.test_request_context(headers={name.replace("_", "-"): value for name, value in headers.items()})

    return asked


class _Both(DictLoader):
    def __init__(self, mapping, other):
        super().__init__(mapping)
        self.other = other

    def get_source(self, environment, template):
        source = super() if template in self.mapping else self.other
        return source.get_source(environment, template)


PART = {"HX_Request": "true", "HX_Request_Type": "partial"}


@pytest.mark.parametrize(
    ("headers", "is_whole"),
    [
        ({}, True),
        (PART, False),
        ({"HX_Request": "true", "HX_Request_Type": "full"}, True),
        ({**PART, "HX_History_Restore_Request": "true"}, True),
        ({"HX_Request_Type": "partial"}, True),
    ],
)
def test_it_is_whole_unless_htmx_replaces_a_part(asked, headers, is_whole):
    with asked(**headers):
        answer = page("whole.html", "part", word="hello")
    assert answer.get_data(as_text=True).startswith("<!doctype") == is_whole
    assert "hello" in answer.get_data(as_text=True)


def test_a_form_with_mistakes_makes_it_422(asked):
    class NameForm(Form):
        name = StringField(validators=[InputRequired()])

    with asked():
        form = NameForm()
        assert page("whole.html", word="", form=form).status_code == 200
        form.validate()
        assert page("whole.html", word="", form=form).status_code == 422


def test_done_leads_on(asked):
    with asked():
        answer = done("/orders", "Held.")
    assert (answer.status_code, answer.location) == (303, "/orders")


def test_done_leads_htmx_on(asked):
    with asked(**PART):
        answer = done("/orders", "Held.")
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, "/orders")


def test_done_gives_htmx_a_part_and_a_toast_with_undo(asked):
    with asked(**PART):
        answer = done("/orders", "Held.", template="whole.html", block="part", undo="/orders/1/hold/undo", word="held")
    assert answer.get_data(as_text=True).startswith("<p id='part'>held")
    assert json.loads(answer.headers["HX-Trigger"]) == {
        "toast": {"message": "Held.", "undo": "/orders/1/hold/undo", "tone": "good"}
    }


def test_what_was_done_is_told_on_the_next_page(log_in):
    client = log_in("owner")
    client.post("/account", data={"language": "en", "time_zone": "", "theme": "auto"})
    assert "Saved." in client.get("/account").text
    assert "Saved." not in client.get("/account").text
