"""Whether this process can work."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from oms.web import health


@pytest.fixture
def told(app, monkeypatch):
    """Change what the application was told: `told(redis_url=...)`."""

    def change(**settings):
        monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], **settings))

    return change


def test_it_is_green(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "database": "up", "functions": "current", "redis": "off"}


def test_it_is_red_where_the_database_holds_other_functions(client, owner):
    owner("update db.loaded set fingerprint = 'of another version'")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json["functions"]) == (503, "stale")


def test_it_is_red_where_the_database_does_not_answer(client, monkeypatch):
    def fail(_sql):
        raise OperationalError("select", {}, ConnectionRefusedError("host=10.0.0.7 user=oms_app"))

    monkeypatch.setattr(health.db, "value", fail)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json["database"]) == (503, "down")
    assert "10.0.0.7" not in answer.text


def test_it_stays_green_without_redis(client, told, redis_url, tmp_path):
    told(redis_url=redis_url)
    assert client.get("/healthz").json["redis"] == "up"
    told(redis_url=f"unix://{tmp_path}/no.sock")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json["redis"]) == (200, "down")
