"""Fixtures: `app` and `client`; a client of nobody, on the test's database. tests/support/people.py logs people in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from oms.settings import Settings
from tests.support.pages import CheckedClient


@pytest.fixture(scope="session")
def _app(settings: Settings) -> Flask:
    from app import create_app  # here, so that tests without a web need none of it

    app = create_app(settings)
    app.test_client_class = CheckedClient
    app.config["LIVE_STREAMS"] = 0  # see live_server
    return app


@pytest.fixture
def app(_app: Flask, db: object) -> Flask:
    """The application, on what is rolled back."""
    return _app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that has never been here."""
    return app.test_client()
