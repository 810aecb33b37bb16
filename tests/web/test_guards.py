"""Who may use a route: nobody, unless it says so. tests/security tries everybody on every route."""

import pytest
from flask import Flask

from oms.auth.permissions import ROLES
from oms.web import guard, public, require_guards


def _routes(app: Flask):
    """Every endpoint with its guard."""
    return [(endpoint, view.guard) for endpoint, view in app.view_functions.items()]


def test_it_refuses_to_start_with_a_route_that_nobody_thought_about():
    app = Flask("careless")
    app.add_url_rule("/open", "open", lambda: "come in")
    with pytest.raises(RuntimeError, match="open"):
        require_guards(app)


def test_a_route_has_one_guard():
    with pytest.raises(TypeError, match="two guards"):
        guard("orders.view")(public("everybody")(lambda: ""))


def test_every_permission_asked_for_is_in_the_table(app):
    asked = {rule.need for _, rule in _routes(app) if rule.kind == "person"}
    assert asked <= set(ROLES["owner"])


def test_whoever_is_not_known_is_sent_to_log_in(client):
    answer = client.get("/settings")
    assert (answer.status_code, answer.location) == (303, "/login?next=/settings")


def test_htmx_is_sent_to_log_in_as_a_whole(client):
    answer = client.get("/settings", htmx=True)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/login"


def test_a_person_is_nobody_to_the_api_and_a_token_nobody_to_pages(app, db, log_in):
    from oms.auth.secrets import hash_of

    told = {"p_name": "Shop", "p_prefix": "oms_1", "p_scopes": ["orders:read"]}
    db.call("auth.create_token", p_token_hash=hash_of("key"), **told)
    answer = app.test_client().get("/settings", headers={"Authorization": "Bearer key"})
    assert answer.status_code == 303


def test_wrong_methods_are_told(log_in):
    answer = log_in("owner").post("/settings")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
