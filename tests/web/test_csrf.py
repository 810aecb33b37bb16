"""No other site may make a person's browser act here."""

import pytest


def _unsafe_routes(app):
    for rule in app.url_map.iter_rules():
        guarded = app.view_functions[rule.endpoint].guard
        if guarded.csrf and "POST" in rule.methods and not rule.arguments:
            yield rule.rule


def test_it_refuses_what_carries_no_token(app, log_in):
    client = log_in("owner")
    for address in _unsafe_routes(app):
        assert client.post(address, csrf=False).status_code == 400, address


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_it_refuses_what_comes_from_another_site_even_with_a_token(app, log_in, headers):
    client = log_in("owner")
    for address in _unsafe_routes(app):
        assert client.post(address, headers=headers).status_code == 403, address


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_it_takes_what_comes_from_here(log_in, headers):
    assert log_in("owner").post("/account/theme", data={"theme": "dark"}, headers=headers).status_code == 303


def test_an_old_form_is_explained(log_in):
    assert "This form is too old." in log_in("owner").post("/account/theme", csrf=False).text


def test_nothing_changes_on_get(app, log_in, owner):
    """Every page is read in a transaction that may not write, but for the note of when somebody was last seen."""
    client = log_in("owner")
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and not rule.arguments and app.view_functions[rule.endpoint].guard.kind == "person":
            before = owner("select sum(n_tup_ins + n_tup_del) from pg_stat_xact_user_tables")[0][0]
            client.get(rule.rule)
            assert owner("select sum(n_tup_ins + n_tup_del) from pg_stat_xact_user_tables")[0][0] == before, rule
