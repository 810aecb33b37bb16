"""The pages of channels: the list, one with its webhook and what came in, its settings."""

from typing import Any

import pytest

from oms.db import call, row, value
from tests.support.channels import SECRET, channel, quarantined

SETTINGS = {"name": "Web shop", "currency": "eur", "language": "de", "stock_policy": "refuse", "is_active": "y"}


@pytest.mark.parametrize("path", ["/channels", "/channels/shop", "/quarantine", "/imports"])
def test_it_shows_who_may_see_channels(alice: Any, bob: Any, client: Any, path: str) -> None:
    channel()
    assert alice.get(path).status_code == 200
    assert bob.get(path).status_code == 403
    assert client.get(path).status_code == 303


@pytest.mark.parametrize(
    "path",
    ["/channels/new", "/channels/shop/settings", "/channels/shop/secret", "/channels/shop/test-events", "/imports"],
)
def test_it_lets_only_who_may_manage_channels_change_them(bob: Any, client: Any, path: str) -> None:
    channel()
    assert bob.post(path, data=SETTINGS).status_code == 403
    assert client.post(path, data=SETTINGS).status_code in {303, 400, 403}
    assert row("select * from channels.channels").name == "Shop"


@pytest.mark.parametrize("path", ["/channels/new", "/channels/shop/settings", "/channels/shop/secret"])
def test_it_leaves_settings_and_secrets_to_managers(alice: Any, path: str) -> None:
    channel()
    assert alice.post(path, data=SETTINGS).status_code == 403
    assert call("channels.webhook_secret", p_channel="shop", p_kind="shopify") == SECRET


def test_it_lists_channels_with_what_waits(alice: Any) -> None:
    quarantined(channel=channel(name="Web shop"))
    channel("desk", "phone", name="Desk", is_active=False)
    answer = alice.get("/channels")
    for told in ("Web shop", "Desk", "Switched off", "in quarantine"):
        assert told in answer.text


def test_it_says_what_a_channel_is_while_there_is_none(alice: Any) -> None:
    assert "No channels yet" in alice.get("/channels").text


def test_it_makes_a_channel_and_shows_its_secret_once(mary: Any) -> None:
    answer = mary.post("/channels/new", data={**SETTINGS, "kind": "shopify", "code": "web"})
    secret = call("channels.webhook_secret", p_channel="web", p_kind="shopify")
    assert (answer.status_code, len(secret)) == (200, 64)
    assert secret in answer.text
    assert "/webhooks/shopify/web" in answer.text
    assert secret not in mary.get("/channels/web").text
    made = row("select * from channels.channels")
    assert (made.currency, made.is_tax_included, made.source_location_ids, made.stock_policy) == (
        "EUR",
        False,
        None,
        "refuse",
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Please fill this in."),
        ({"currency": "euro"}, "This is no currency code"),
        ({"code": "No Good"}, "2 to 30 small letters"),
        ({"code": "shop"}, "Another channel has this code"),
    ],
)
def test_it_says_what_is_wrong_beside_the_field(mary: Any, wrong: dict[str, str], said: str) -> None:
    channel()
    answer = mary.post("/channels/new", data={**SETTINGS, "kind": "api", "code": "web", **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert value("select count(*) from channels.channels") == 1


def test_it_changes_settings_and_keeps_code_kind_and_secret(mary: Any) -> None:
    channel()
    assert mary.get("/channels/shop/settings").status_code == 200
    assert mary.post("/channels/shop/settings", data=SETTINGS).status_code == 303
    changed = row("select * from channels.channels")
    assert (changed.code, changed.kind, changed.name, changed.language) == ("shop", "shopify", "Web shop", "de")
    assert call("channels.webhook_secret", p_channel="shop", p_kind="shopify") == SECRET


def test_it_makes_a_new_secret(mary: Any) -> None:
    channel()
    answer = mary.post("/channels/shop/secret")
    secret = call("channels.webhook_secret", p_channel="shop", p_kind="shopify")
    assert secret != SECRET
    assert secret in answer.text


def test_it_sends_a_test_event_the_way_a_shop_does(alice: Any) -> None:
    channel()
    answer = alice.post("/channels/shop/test-events", follow_redirects=True)
    assert "The test event has arrived." in answer.text
    assert value("select topic from channels.inbox") == "oms/test"


def test_it_says_when_a_channel_takes_no_webhooks(alice: Any) -> None:
    channel(is_active=False)
    answer = alice.post("/channels/shop/test-events", follow_redirects=True)
    assert "This channel takes no webhooks" in answer.text
    assert value("select count(*) from channels.inbox") == 0


def test_it_shows_deliveries_and_tries_a_refused_one_again(alice: Any) -> None:
    channel()
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="products/create", p_body="{}")
    delivery_id = value("select id from channels.inbox")
    call("channels.finish_delivery", p_id=delivery_id, p_state="failed", p_refusal="OM102")
    shown = alice.get("/channels/shop")
    for told in ("products/create", "Refused", "Try again"):
        assert told in shown.text
    assert alice.post(f"/channels/shop/deliveries/{delivery_id}/attempts").status_code == 303
    assert value("select state from channels.inbox") == "received"


def test_it_narrows_to_what_came_in(alice: Any) -> None:
    channel()
    answer = alice.get("/channels/shop", htmx=True)
    assert answer.text.lstrip().startswith('<div class="stack" id="incoming"')


def test_it_knows_no_channel_that_is_not_there(mary: Any) -> None:
    for path in ("/channels/none", "/channels/none/settings"):
        assert mary.get(path).status_code == 404
    assert mary.post("/channels/none/test-events").status_code == 404
