"""One-time links: the first owner, and everybody's first password."""

from typing import Any

from flask.testing import FlaskClient

from oms.auth import setup_link
from oms.auth.secrets import hash_of, new_token
from tests.support.people import PASSWORD, Hire

OWNER = {"name": "Olivia Owner", "email": "Olivia@example.com", "password": PASSWORD}


def _first_link(app: Any) -> str:
    link = setup_link.create(app.config["SETTINGS"])
    assert link is not None
    return "/setup/" + link.rpartition("/")[2]


def test_it_creates_the_first_owner_and_logs_them_in(app: Any, client: FlaskClient) -> None:
    link = _first_link(app)
    assert "You are the first here" in client.get(link).text
    assert client.post(link, data=OWNER).status_code == 303
    assert client.get("/settings/people").status_code == 200


def test_it_works_once(app: Any, client: FlaskClient) -> None:
    link = _first_link(app)
    client.post(link, data=OWNER)
    assert app.test_client().get(link).status_code == 410
    assert app.test_client().post(link, data={**OWNER, "email": "other@example.com"}).status_code == 410


def test_there_is_no_first_link_where_somebody_is(app: Any, hire: Hire) -> None:
    hire("owner")
    assert setup_link.create(app.config["SETTINGS"]) is None


def test_a_first_link_is_over_as_soon_as_somebody_is_there(app: Any, client: FlaskClient, hire: Hire) -> None:
    link = _first_link(app)
    hire("owner")
    assert client.post(link, data=OWNER).status_code == 410


def test_a_person_chooses_a_password(client: FlaskClient, hire: Hire, db: Any) -> None:
    token = new_token()
    db.call("auth.create_setup_link", p_token_hash=hash_of(token), p_person_id=hire("owner", name="Bob Baker"))
    assert "Bob Baker" in client.get(f"/setup/{token}").text
    assert client.post(f"/setup/{token}", data={"password": PASSWORD}).status_code == 303
    assert client.get("/account").status_code == 200


def test_it_refuses_an_unknown_token(client: FlaskClient) -> None:
    assert client.get("/setup/nothing").status_code == 410


def test_it_refuses_a_short_and_an_easy_password(app: Any, client: FlaskClient) -> None:
    link = _first_link(app)
    for easy in ("short", "password123", "aaaaaaaaaaaa", "abcdefgh12", "qwertyuiop!"):
        assert client.post(link, data={**OWNER, "password": easy}).status_code == 422
