"""Behind reverse proxies the visitor's address counts; without them nobody may say where they come from."""

from dataclasses import replace

import pytest
from flask import Flask, request

from oms import web


@pytest.mark.parametrize(("proxies", "address"), [(0, "10.0.0.1"), (1, "203.0.113.7"), (2, "198.51.100.2")])
def test_it_believes_as_many_proxies_as_there_are(settings, proxies, address):
    app = Flask(__name__, static_folder=None)
    app.config.update(SETTINGS=replace(settings, proxies=proxies), SECRET_KEY="k" * 32)
    web.proxies.init_app(app)
    app.add_url_rule("/", view_func=lambda: str(request.remote_addr))
    forwarded = {"X-Forwarded-For": "198.51.100.2, 203.0.113.7"}
    assert app.test_client().get("/", headers=forwarded, environ_base={"REMOTE_ADDR": "10.0.0.1"}).text == address
