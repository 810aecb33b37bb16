"""Keys for other software."""

import re
from typing import Any

from oms.auth.secrets import hash_of
from tests.support import factories
from tests.support.people import LogIn

SHOP = {"name": "Web shop", "scopes": ["orders:read", "orders:write"], "days": "30"}


def test_it_shows_a_new_token_once(log_in: LogIn, db: Any) -> None:
    client = log_in("manager")
    shown = re.search(r"oms_[0-9a-f]{8}_[\w-]{43}", client.post("/settings/tokens", data=SHOP).text)
    assert shown
    assert shown[0] not in client.get("/settings/tokens").text
    token = db.call("auth.use_token", p_token_hash=hash_of(shown[0]))
    assert (token.name, token.scopes, token.location_ids) == ("Web shop", SHOP["scopes"], None)


def test_it_needs_a_name_and_a_scope(log_in: LogIn) -> None:
    answer = log_in("owner").post("/settings/tokens", data={"name": "", "days": ""})
    assert answer.status_code == 422
    assert "Choose at least one." in answer.text


def test_it_revokes_at_once(log_in: LogIn, db: Any) -> None:
    client = log_in("manager")
    shown = re.search(r"oms_[0-9a-f]{8}_[\w-]{43}", client.post("/settings/tokens", data=SHOP).text)
    assert shown
    token_id = db.value("select id from auth.api_tokens")
    assert client.post(f"/settings/tokens/{token_id}/revoke").status_code == 303
    assert db.call("auth.use_token", p_token_hash=hash_of(shown[0])) is None
    assert "Over" in client.get("/settings/tokens").text


def test_only_who_may_change_settings(log_in: LogIn) -> None:
    assert log_in("service").get("/settings/tokens").status_code == 403
    assert log_in("store").post("/settings/tokens", data=SHOP).status_code == 403


def test_it_may_be_for_some_places_only(log_in: LogIn, db: Any) -> None:
    berlin = factories.location()
    log_in("manager").post("/settings/tokens", data={**SHOP, "location_ids": [berlin]})
    assert db.value("select location_ids from auth.api_tokens") == [berlin]
