"""Every route of the API asks for a token of its scope, and for nothing else."""

from datetime import timedelta

import pytest

from tests.support.api import EVERYTHING, ApiClient, api_token

# One of each method and scope; tests/security tries every route.
ROUTES = [
    ("GET", "/orders", "orders:read"),
    ("POST", "/orders", "orders:write"),
    ("DELETE", "/holds/hold_00000000000000000000000000000000", "orders:write"),
    ("GET", "/stock", "stock:read"),
    ("POST", "/stock/adjustments", "stock:write"),
    ("GET", "/products", "products:read"),
    ("PATCH", "/orders/ord_00000000000000000000000000000000", "orders:write"),
    ("PUT", "/products/shirt", "products:write"),
    ("POST", "/counts/C-1/approval", "stock:approve"),
    ("GET", "/automations", "automations:read"),
    ("POST", "/automations", "automations:write"),
    ("PUT", "/automations/1", "automations:write"),
    ("PATCH", "/automations/1", "automations:write"),
    ("DELETE", "/counts/C-1", "stock:write"),
    ("PUT", "/stock/terms", "stock:write"),
    ("GET", "/fulfillment-orders", "fulfillment:read"),
    ("POST", "/fulfillment-orders/1042-1/acceptance", "fulfillment:write"),
    ("DELETE", "/fulfillment-orders/1042-1/acceptance", "fulfillment:write"),
]
every_route = pytest.mark.parametrize(("method", "path", "scope"), ROUTES)


def test_these_are_all_of_them(app):
    guarded = {
        (method, view.guard.need)
        for rule in app.url_map.iter_rules()
        if (view := app.view_functions[rule.endpoint]).guard.kind == "token"
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert guarded == {(method, scope) for method, _, scope in ROUTES}


@every_route
def test_it_wants_a_token(app, db, method, path, scope):
    refused = ApiClient(app, None).send(method, path)
    assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer")


@every_route
def test_it_wants_a_token_that_exists(app, db, method, path, scope):
    assert ApiClient(app, "oms_00000000_wrong").send(method, path).status_code == 401


@every_route
def test_it_wants_the_scope(connect, method, path, scope):
    others = [other for other in EVERYTHING if other != scope]
    assert connect(*others).send(method, path).status_code == 403


@every_route
def test_it_lets_in_who_has_the_scope(connect, method, path, scope):
    assert connect(scope).send(method, path).status_code not in {401, 403}


@every_route
def test_it_knows_no_cookies(log_in, method, path, scope):
    assert log_in("owner").open(f"/api/v1{path}", method=method).status_code == 401


def test_it_wants_a_token_that_is_still_good(app, db):
    over = api_token(p_expires_at=db.now() - timedelta(seconds=1))
    assert ApiClient(app, over).get("/orders").status_code == 401
    revoked = api_token()
    db.call("auth.revoke_token", p_token_id=db.value("select max(id) from auth.api_tokens"))
    assert ApiClient(app, revoked).get("/orders").status_code == 401


def test_it_takes_no_other_kind_of_credentials(app, db):
    token = api_token()
    nobody = ApiClient(app, None)
    assert nobody.get("/orders", Authorization=f"Basic {token}").status_code == 401
    assert nobody.get(f"/orders?token={token}").status_code == 401
