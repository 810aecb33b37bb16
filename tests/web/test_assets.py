"""Files of the user interface."""

import hashlib
import re
import tomllib

import pytest

from oms.web.assets import FOLDER, stylesheet


@pytest.fixture
def stylesheet_address(client):
    return re.search(r'href="(/static/[^"]+/css/app.css)"', client.get("/login").text)[1]


def test_they_may_be_kept_for_ever(client, stylesheet_address):
    answer = client.get(stylesheet_address)
    assert answer.mimetype == "text/css"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_under_an_older_name_they_are_asked_for_again(client):
    assert client.get("/static/000000000000/css/app.css").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "name", ["css/../../app.py", "../app.py", "css/%2e%2e/%2e%2e/app.py", "nothing.css", "nothing.js"]
)
def test_nothing_else_is_served(client, name):
    assert client.get(f"/static/000000000000/{name}").status_code == 404


def test_imports_are_joined_in_their_layers_and_lead_to_what_exists(client, stylesheet_address):
    joined = stylesheet("css/app.css")
    assert "@import" not in joined
    assert "@layer components {" in joined
    for name in re.findall(r'url\("([^"]+)"\)', joined):
        assert (FOLDER / "css" / name).resolve().is_file(), name


@pytest.mark.parametrize(
    "vendored", tomllib.loads((FOLDER / "vendor/VENDOR.toml").read_text())["file"], ids=lambda it: it["path"]
)
def test_what_others_wrote_is_as_they_wrote_it(vendored):
    file = FOLDER / vendored["path"]
    assert (FOLDER / vendored["license_file"]).is_file()
    if "sha256" in vendored:
        assert hashlib.sha256(file.read_bytes()).hexdigest() == vendored["sha256"]


def test_a_customers_page_stays_light():
    assert len(stylesheet("css/customer.css").encode()) < 40_000
