"""No other site may make a person's browser act here; tests/security tries it on every route."""

import pytest


def test_it_refuses_what_carries_no_token(log_in):
    assert log_in("owner").post("/account/theme", data={"theme": "dark"}, csrf=False).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_it_refuses_what_comes_from_another_site_even_with_a_token(log_in, headers):
    assert log_in("owner").post("/account/theme", data={"theme": "dark"}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_it_takes_what_comes_from_here(log_in, headers):
    assert log_in("owner").post("/account/theme", data={"theme": "dark"}, headers=headers).status_code == 303


def test_an_old_form_is_explained(log_in):
    assert "This form is too old." in log_in("owner").post("/account/theme", csrf=False).text
