"""Drafts: a phone order that somebody has to think over is kept as it was typed, and its stock is held."""

import re
from html import unescape
from typing import Any

import pytest

from oms.db import call, row, value
from tests.support.channels import channel, sold
from tests.support.drafts import draft_row, id_of, kept
from tests.support.factories import line, place_order
from tests.support.tasks import later

TYPED = {
    "channel": "phone",
    "language": "de",
    "name": "Dora Buys",
    "email": "dora@",
    "method": "ship",
    "city": "Ham",
    "country_code": "DE",
    "terms": "invoice",
    "discount": "x",
    "note": "Calls back",
    "lines-0-sku": "MUG",
    "lines-0-quantity": "2",
    "lines-0-price": "9.50",
    "once": "a",
    "draft": "0",
}
COMPLETE = {"email": "dora@example.com", "line1": "Hauptstr. 1", "postal_code": "10115", "discount": ""}


@pytest.fixture(autouse=True)
def _phone(db: Any) -> None:
    channel("phone", "phone", name="Phone")
    sold("MUG")


def send(client: Any, button: str = "save", **change: str) -> Any:
    return client.post("/orders/new", data={**TYPED, button: "1", **change})


def test_it_keeps_what_was_typed_and_holds_its_stock(alice: Any) -> None:
    answer = send(alice)
    draft = draft_row("a")
    assert (answer.status_code, answer.location) == (303, f"/orders/new?draft={draft.id}")
    assert (draft.saved_by, kept("a")) == ("Alice Adams", {"MUG": 2})
    page = unescape(alice.get(answer.location).text)
    for typed in (
        "Dora Buys",
        "dora@",
        "Ham",
        'value="x"',
        "Calls back",
        'value="9.50"',
        'value="MUG"',
        "Stock held until",
    ):
        assert typed in page
    assert re.search(r'name="draft"[^>]*value="1"', page)
    assert value("select count(*) from orders.orders") == 0


def test_it_shows_amounts_as_its_reader_writes_them(alice: Any, log_in: Any) -> None:
    send(alice)
    assert 'value="9,50"' in log_in("service", language="de").get(f"/orders/new?draft={id_of('a')}").text


def test_it_says_what_a_draft_needs(alice: Any) -> None:
    answer = send(alice, name="", **{"lines-0-sku": ""})
    assert (answer.status_code, "a draft needs one of them" in answer.text) == (422, True)


def test_it_lists_drafts_beside_the_views_of_orders(alice: Any, log_in: Any) -> None:
    assert "/orders/drafts" not in alice.get("/orders").text
    assert "No drafts" in alice.get("/orders/drafts").text
    send(alice)
    assert "/orders/drafts" in alice.get("/orders").text
    listed = unescape(alice.get("/orders/drafts").text)
    for told in ("Dora Buys", "Product MUG", "Alice Adams", "Stock held until", f"/orders/new?draft={id_of('a')}"):
        assert told in listed
    warehouse = log_in("warehouse")
    assert "/orders/drafts" not in warehouse.get("/orders").text
    assert warehouse.get("/orders/drafts").status_code == 403


def test_it_says_what_is_available_when_nothing_is_held_any_more(alice: Any, log_in: Any) -> None:
    send(alice, **{"lines-0-quantity": "10"})
    later(hours=25)
    call("inventory.expire_holds")
    place_order(lines=[line("MUG", 4)])
    assert "Stock not held: 6 of 10 available" in log_in("service").get("/orders/drafts").text


def test_whoever_opens_it_has_its_stock_for_another_day(alice: Any) -> None:
    send(alice, **{"lines-0-quantity": "11"})
    later(minutes=20)
    address = f"/orders/drafts/{id_of('a')}/hold"
    assert f'hx-post="{address}"' in alice.get(f"/orders/new?draft={id_of('a')}").text
    assert "10 of 11 held until" in alice.post(address, data={"version": "1"}, htmx=True).text
    assert draft_row("a").hours == 24
    assert alice.post(address, data={"version": "1"}).location == f"/orders/new?draft={id_of('a')}"


def test_what_is_held_for_it_is_not_short(alice: Any) -> None:
    send(alice, **{"lines-0-quantity": "10"})
    assert "Not enough MUG" not in alice.get(f"/orders/new?draft={id_of('a')}").text


def test_it_places_a_draft(alice: Any) -> None:
    send(alice)
    answer = send(alice, "place", draft="1", **COMPLETE)
    placed = row("select * from orders.orders")
    assert (answer.status_code, answer.location) == (303, f"/orders/{placed.number}")
    assert value("select count(*) from orders.drafts") == 0
    assert value("select state from inventory.holds") == "converted"
    again = send(alice, "place", draft="1", **COMPLETE)
    assert again.location == f"/orders/{placed.number}"
    assert "placed already" in alice.get(again.location).text
    saved = send(alice, draft="1")
    assert (saved.status_code, f"it is order {placed.number}" in saved.text) == (422, True)


def test_it_refuses_to_overwrite_what_somebody_else_saved(alice: Any, log_in: Any) -> None:
    send(alice)
    send(log_in("service", name="Bob Baker"), draft="1", note="Wants a red one")
    for button in ("save", "place"):
        answer = send(alice, button, draft="1", note="Wants a blue one", **COMPLETE)
        assert answer.status_code == 422
        assert "Bob Baker saved this draft meanwhile" in answer.text
        assert "Wants a blue one" in answer.text
        assert "Show what was saved" in answer.text
    assert draft_row("a").form["note"] == "Wants a red one"


def test_it_discards_a_draft_and_takes_that_back(alice: Any) -> None:
    send(alice)
    address = f"/orders/drafts/{id_of('a')}"
    assert alice.post(f"{address}/disposal", data={"version": "1"}).location == "/orders/drafts"
    assert f'action="{address}/restoration"' in alice.get("/orders/drafts").text
    assert alice.get(f"/orders/new?draft={id_of('a')}").status_code == 404
    alice.post(f"{address}/restoration")
    assert kept("a") == {"MUG": 2}
    assert alice.post(f"{address}/disposal", data={"version": "2"}).status_code == 409
    assert alice.post("/orders/drafts/0/disposal").status_code == 409
