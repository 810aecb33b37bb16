"""Orders by phone: one form, with or without a script; nothing that was typed is lost."""

import re
from html import unescape
from typing import Any

import pytest

from oms.db import call, row, rows, value
from tests.support.channels import ADDRESS, channel, sold
from tests.support.factories import place_order, product, store

FILLED = {
    "channel": "phone",
    "language": "de",
    "name": "Dora Buys",
    "email": "dora@example.com",
    "method": "ship",
    "line1": "Hauptstr. 1",
    "postal_code": "10115",
    "city": "Berlin",
    "country_code": "DE",
    "terms": "invoice",
    "lines-0-sku": "MUG",
    "lines-0-quantity": "2",
    "lines-0-price": "9.50",
}


@pytest.fixture(autouse=True)
def _phone(db: Any) -> None:
    channel("phone", "phone", name="Phone")
    sold("MUG")


def send(client: Any, button: str = "place", **change: str) -> Any:
    return client.post("/orders/new", data={**FILLED, button: "1", **change})


def test_it_places_an_order(alice: Any) -> None:
    answer = send(alice, discount="1.00", shipping="4.90", note="Ring twice")
    placed = row("select * from orders.orders")
    assert (answer.status_code, answer.location) == (303, f"/orders/{placed.number}")
    assert (placed.total_minor, placed.discount_minor, placed.charges_minor) == (2290, 100, 490)
    assert (placed.language, placed.terms, placed.note, placed.channel) == ("de", "invoice", "Ring twice", "phone")
    assert placed.tax_minor == 287 + 78  # 19 % within 18.00 and 4.90
    assert value("select actor_name from history.events where type = 'order.placed'") == "Alice Adams"


def test_it_places_the_same_form_once(alice: Any) -> None:
    first, second = send(alice, once="form-1"), send(alice, once="form-1")
    assert first.location == second.location
    assert value("select count(*) from orders.orders") == 1


def test_it_answers_htmx_with_where_to_go(alice: Any) -> None:
    answer = alice.post("/orders/new", data={**FILLED, "place": "1"}, htmx=True)
    assert answer.headers["HX-Redirect"] == f"/orders/{value('select number from orders.orders')}"


def test_it_says_everything_that_is_wrong_and_keeps_what_was_typed(alice: Any) -> None:
    wrong = {"name": "", "line1": "", "postal_code": "", "city": "Ham", "discount": "x", "lines-0-quantity": "0"}
    answer = send(alice, **wrong, **{"lines-0-price": "free"})
    text = unescape(answer.text)
    assert answer.status_code == 422
    for said in ("Who is it for?", "The street is missing.", "The postal code is missing.", "From 1 to 99,999."):
        assert said in text
    assert text.count("Write an amount such as 12.50.") == 2
    for typed in ("Ham", "free", 'value="x"', "dora@example.com"):
        assert typed in text
    assert value("select count(*) from orders.orders") == 0


def test_it_needs_something_to_sell(alice: Any) -> None:
    empty = {name: value for name, value in FILLED.items() if not name.startswith("lines")}
    answer = alice.post("/orders/new", data={**empty, "place": "1"})
    assert (answer.status_code, "The order has no lines." in answer.text) == (422, True)


def test_it_says_when_a_channel_sells_only_what_is_there(alice: Any) -> None:
    call("channels.save_channel", p_channel={"code": "phone", "stock_policy": "refuse"})
    answer = send(alice, **{"lines-0-quantity": "11"})
    assert answer.status_code == 422
    assert "MUG" in answer.text
    assert value("select count(*) from orders.orders") == 0


def test_it_picks_up_at_a_store(alice: Any) -> None:
    berlin = store("BERLIN")
    shown = send(alice, "find", method="pickup")
    assert 'name="location"' in shown.text
    assert send(alice, method="pickup", location="BERLIN", terms="on_pickup").status_code == 303
    placed = row("select * from orders.orders")
    assert (placed.method, placed.pickup_location_id, placed.terms) == ("pickup", berlin, "on_pickup")


def test_it_says_which_store_is_missing(alice: Any) -> None:
    store("BERLIN")
    answer = send(alice, method="pickup", location="")
    assert answer.status_code == 422
    assert "There is no place to pick up" in answer.text


@pytest.mark.parametrize(("field", "typed"), [("add", "CUP"), ("q", "cup"), ("q", "4006381333931"), ("scanned", "CUP")])
def test_it_adds_what_is_chosen_typed_or_scanned(alice: Any, field: str, typed: str) -> None:
    product("CUP", barcodes=["4006381333931"])
    sent = {field: typed} | ({"find": "product"} if field == "q" else {})
    for _ in range(2):
        answer = alice.post("/orders/new", data={**FILLED, **sent}, htmx=True)
        assert answer.status_code == 200
        assert 'value="CUP"' in answer.text
        assert answer.headers["HX-Trigger"] == '{"clear": "#product-search"}'


def test_it_counts_what_is_added_twice(alice: Any) -> None:
    text = alice.post("/orders/new", data={**FILLED, "add": "MUG"}).text
    assert re.search(r'id="lines-0-quantity"[^>]*value="3"', text)
    assert "lines-1" not in text


def test_it_shows_what_may_be_meant_where_nothing_fits_exactly(alice: Any) -> None:
    text = alice.post("/orders/new", data={**FILLED, "find": "product", "q": "Product M"}).text
    assert 'name="add" value="MUG"' in text
    assert 'value="Product M"' in text


def test_it_removes_a_line(alice: Any) -> None:
    more = {"lines-1-sku": "CUP", "lines-1-quantity": "1", "lines-1-price": "1.00"}
    product("CUP")
    text = alice.post("/orders/new", data={**FILLED, **more, "remove": FILLED["lines-0-sku"]}).text
    assert "lines-0-sku" not in text
    assert "lines-1-sku" in text


def test_it_finds_products_while_somebody_types(alice: Any) -> None:
    product("CUP-1", title="Blue")
    hits = alice.get("/orders/new/products?q=cup&currency=EUR", htmx=True).text
    for told in ("CUP-1", "Blue", "€10.00", "Nowhere in stock"):
        assert told in hits
    assert "Nothing is called" in alice.get("/orders/new/products?q=100%25_&currency=EUR", htmx=True).text
    assert "MUG" not in alice.get("/orders/new/products?q=&currency=EUR", htmx=True).text


def test_it_finds_customers_by_name_mail_and_phone(alice: Any) -> None:
    place_order(
        customer={"email": "erin@example.com", "name": "Erin Early", "phone": "+49 (30) 12 34"}, ship_to=ADDRESS
    )
    for typed in ("erin", "Early", "ERIN@", "3012"):
        assert "Erin Early" in alice.get(f"/orders/new/customers?customer_q={typed}", htmx=True).text
    assert "Nobody here" in alice.get("/orders/new/customers?customer_q=zzz", htmx=True).text


def test_it_fills_in_a_known_customer(alice: Any) -> None:
    place_order(
        customer={"email": "erin@example.com", "name": "Erin Early", "phone": "1"},
        language="fr",
        ship_to={**ADDRESS, "city": "Bonn"},
    )
    known = value("select id from customers.customers where email = 'erin@example.com'")
    text = alice.post("/orders/new", data={**FILLED, "customer": str(known)}).text
    for told in ('value="Erin Early"', 'value="erin@example.com"', 'value="Bonn"', 'selected value="fr"'):
        assert told in text
    assert alice.post("/orders/new", data={**FILLED, "customer": "99999"}).status_code == 404


def test_it_shows_what_it_comes_to_while_it_is_filled_in(alice: Any) -> None:
    answer = alice.post("/orders/new/summary", data={**FILLED, "discount": "1", "lines-0-quantity": "20"}, htmx=True)
    assert answer.status_code == 200
    for told in ("€190.00", "€189.00", "the rest will be backordered"):
        assert told in answer.text
    unreadable = alice.post("/orders/new/summary", data={**FILLED, "lines-0-price": "x"}, htmx=True)
    assert "as soon as there is something to sell" in unreadable.text


def test_it_marks_what_a_country_needs(alice: Any) -> None:
    german = send(alice, "find").text
    kenyan = send(alice, "find", country_code="KE").text
    assert "Postal code</label>" in german
    assert "Postal code <span" in kenyan


def test_it_says_so_without_a_channel_for_it(alice: Any) -> None:
    call("channels.save_channel", p_channel={"code": "phone", "is_active": False})
    assert "There is no channel for phone orders" in alice.get("/orders/new").text
    assert send(alice).status_code == 404


def test_it_uses_the_currency_of_the_channel(alice: Any) -> None:
    channel("tokyo", "phone", name="Tokyo", currency="JPY")
    send(alice, channel="tokyo", **{"lines-0-price": "1,200"})
    assert tuple(row("select currency, total_minor from orders.orders")) == ("JPY", 2400)


@pytest.mark.parametrize("role", ["warehouse", "store"])
def test_it_is_for_who_may_edit_orders(log_in: Any, client: Any, role: str) -> None:
    for path in ("/orders/new", "/orders/new/products", "/orders/new/customers"):
        assert log_in(role).get(path).status_code == 403
        assert client.get(path).status_code == 303
    for path in ("/orders/new", "/orders/new/summary"):
        assert log_in(role).post(path, data=FILLED).status_code == 403
    assert rows("select from orders.orders") == []
