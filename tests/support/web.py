"""Fixtures: `app` and `client`; a client of nobody, on the test's database. tests/support/people.py logs people in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache

from oms.db import engine as oms_engine
from oms.settings import Settings
from tests.support.pages import CheckedClient


@pytest.fixture(scope="session")
def _app(settings: Settings) -> Flask:
    from app import create_app  # here, so that tests without a web need none of it

    before = oms_engine._engine
    app = create_app(settings)
    if before is not None:  # a test has a database of its own already
        oms_engine._engine = before
    app.test_client_class = CheckedClient
    app.config["LIVE_STREAMS"] = 0  # see live_server
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache()  # what one worker compiles, the other need not
    return app


@pytest.fixture
def app(_app: Flask, db: object) -> Flask:
    """The application, on what is rolled back."""
    return _app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that has never been here."""
    return app.test_client()
