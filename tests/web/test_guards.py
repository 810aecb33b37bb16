"""Who may use a route: nobody, unless it says so."""

import pytest
from flask import Flask, url_for

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


def test_whoever_is_not_known_is_sent_to_log_in(app, client):
    for rule in app.url_map.iter_rules():
        if app.view_functions[rule.endpoint].guard.kind != "person" or "GET" not in rule.methods or rule.arguments:
            continue
        answer = client.get(rule.rule)
        assert answer.status_code == 303, rule
        assert answer.location.startswith("/login"), rule


def test_htmx_is_sent_to_log_in_as_a_whole(client):
    answer = client.get("/settings", htmx=True)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/login"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_its_permissions_say_and_nothing_else(app, log_in, role):
    client = log_in(role)
    for rule in app.url_map.iter_rules():
        guarded = app.view_functions[rule.endpoint].guard
        if guarded.kind != "person" or "GET" not in rule.methods or rule.arguments:
            continue
        refused = client.get(rule.rule).status_code == 403
        assert refused == (guarded.need not in ROLES[role]), rule


def test_a_person_is_nobody_to_the_api_and_a_token_nobody_to_pages(app, db, log_in):
    from oms.auth.secrets import hash_of

    told = {"p_name": "Shop", "p_prefix": "oms_1", "p_scopes": ["orders:read"]}
    db.call("auth.create_token", p_token_hash=hash_of("key"), **told)
    answer = app.test_client().get("/settings", headers={"Authorization": "Bearer key"})
    assert answer.status_code == 303


def _doors(app):
    """Every method of every route of people, with something in place of each argument."""
    doors = []
    for rule in app.url_map.iter_rules():
        guarded = app.view_functions[rule.endpoint].guard
        if guarded.kind == "person":
            with app.test_request_context():
                address = url_for(rule.endpoint, **dict.fromkeys(rule.arguments, 1))
            doors += [(address, method, guarded.need) for method in rule.methods - {"OPTIONS", "HEAD"}]
    return doors


@pytest.mark.parametrize("role", ROLES)
def test_no_door_opens_without_its_permission(app, log_in, role):
    client = log_in(role)
    for address, method, need in _doors(app):
        if need not in ROLES[role]:
            assert client.open(address, method=method).status_code == 403, (method, address)


def test_no_door_opens_to_strangers(app, client):
    for address, method, _ in _doors(app):
        assert client.open(address, method=method).status_code == 303, (method, address)


def test_wrong_methods_are_told(log_in):
    answer = log_in("owner").post("/settings")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
