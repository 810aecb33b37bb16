"""A program that has run wild is slowed down, and no other."""

import pytest

from oms.api import limits


@pytest.fixture(autouse=True)
def _narrow(monkeypatch):
    monkeypatch.setattr(limits, "AT_ONCE", 3)
    monkeypatch.setattr(limits, "PER_SECOND", 0)


def statuses(client, times):
    return [client.get("/products").status_code for _ in range(times)]


def test_it_refuses_what_comes_too_fast(api, connect):
    assert statuses(api, 5) == [200, 200, 200, 429, 429]
    refused = api.get("/products")
    assert (refused.headers["Retry-After"], refused.json["code"]) == ("1", "too-many")
    assert statuses(connect(), 1) == [200]


def test_it_says_how_much_is_left(api):
    assert api.get("/products").headers["RateLimit"] == "limit=3, remaining=3, reset=1"
    assert api.get("/products").headers["RateLimit"] == "limit=3, remaining=2, reset=1"


def test_it_fills_up_again(api, monkeypatch):
    statuses(api, 4)
    monkeypatch.setattr(limits, "PER_SECOND", 10**9)
    assert statuses(api, 1) == [200]
