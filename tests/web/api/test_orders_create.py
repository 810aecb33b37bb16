"""Placing orders."""

import pytest

from oms.api.schemas.orders import EXAMPLE
from tests.support import factories
from tests.support.channels import channel, sold

ADDRESS = {"name": "Dora Buys", "line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}


def euro(amount):
    return {"amount": amount, "currency": "EUR"}


@pytest.fixture
def shop(db):
    """The channel of the API, where what is short is backordered."""
    return channel("market", "api")


@pytest.fixture
def order(shop):
    """An order with nothing wrong, and what a test gives besides."""

    def make(sku=None, **given):
        return {"external_id": "A-1", "ship_to": ADDRESS, "lines": [{"sku": sku or sold(), "quantity": 1}], **given}

    return make


def place(api, body, **given):
    return api.post("/orders", body, **given)


def test_it_places_an_order_and_says_where_it_is(api, order):
    placed = place(api, order(name="#1001", customer={"email": "dora@example.com", "name": "Dora"}))
    assert placed.status_code == 201
    assert placed.json["outcome"] == "placed"
    assert placed.location == placed.json["href"]
    shown = api.get(placed.location.split("/api/v1")[1]).json
    assert (shown["number"], shown["external_id"], shown["name"]) == (placed.json["number"], "A-1", "#1001")
    assert (shown["channel"], shown["total"]) == ("market", euro("10.00"))
    assert shown["lines"][0]["unit_price"] == euro("10.00")  # the catalog's


def test_it_takes_everything_that_can_be_given(api, db, order):
    sku = sold()
    body = order(
        lines=[
            {
                "sku": sku,
                "quantity": 2,
                "title": "A thing",
                "unit_price": euro("11.90"),
                "discount": euro("3.80"),
                "taxes": [{"name": "VAT", "rate": "0.19", "amount": euro("3.19")}],
                "external_id": "L-1",
            }
        ],
        charges=[{"kind": "shipping", "title": "Post", "amount": euro("4.90"), "taxes": []}],
        payments=[{"kind": "capture", "amount": euro("24.90"), "gateway": "stripe", "reference": "ch_1"}],
        total=euro("24.90"),
        currency="EUR",
        language="de",
        tax_included=True,
        placed_at="2026-03-01T10:00:00+01:00",
        note="Ring twice",
        tags=["gift"],
        bill_to={**ADDRESS, "company": "Dora GmbH"},
        delivery={"method": "ship", "title": "Express"},
    )
    shown = api.get(place(api, body).location.split("/api/v1")[1]).json
    assert (shown["total"], shown["payment_status"], shown["language"]) == (euro("24.90"), "paid", "de")
    assert shown["placed_at"] == "2026-03-01T09:00:00Z"
    assert shown["lines"][0]["discount"] == euro("3.80")
    assert shown["charges"] == [{"kind": "shipping", "title": "Post", "amount": euro("4.90"), "tax": euro("0.00")}]
    assert (shown["bill_to"]["company"], shown["delivery"]["title"]) == ("Dora GmbH", "Express")


def test_its_own_example_is_accepted(api, shop):
    sold("SHIRT-BLUE-M")
    assert place(api, EXAMPLE).status_code == 201


def test_the_same_order_again_is_the_same_order(api, db, order):
    body = order()
    first, second = place(api, body), place(api, body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json == first.json | {"outcome": "known"}
    assert db.value("select count(*) from orders.orders") == 1


def test_it_says_what_is_wrong_and_keeps_the_order(api, db, order):
    answer = place(api, order("NO-SUCH", total=euro("99.00"), ship_to={"country_code": "DE"}))
    assert (answer.status_code, answer.json["outcome"]) == (202, "quarantined")
    wrong = {(reason["code"], reason["pointer"]) for reason in answer.json["reasons"]}
    assert ("unknown_sku", "/lines/0/sku") in wrong
    assert ("missing_price", "/lines/0/unit_price") in wrong
    assert ("missing_address", "/ship_to/name") in wrong
    assert db.value("select count(*) from channels.quarantine") == 1
    assert db.value("select count(*) from orders.orders") == 0


def test_it_names_the_total_as_it_was_named_here(api, order):
    (reason,) = place(api, order(total=euro("99.00"))).json["reasons"]
    assert (reason["code"], reason["pointer"]) == ("total_mismatch", "/total")
    assert "99" in reason["message"]


def test_it_refuses_what_is_not_there_where_the_channel_says_so(api, db, order):
    channel("market", "api", stock_policy="refuse")
    sku = sold(quantity=1)
    refused = place(api, order(lines=[{"sku": sku, "quantity": 3}]))
    assert (refused.status_code, refused.json["code"]) == (409, "OM101")
    assert refused.json["context"] == {"sku": sku, "wanted": 3, "available": 1}
    assert db.value("select count(*) from orders.orders") == 0
    assert db.value("select sum(reserved) from inventory.levels") == 0


def test_nothing_is_kept_of_a_refusal_so_that_it_may_be_tried_again(api, order):
    channel("market", "api", stock_policy="refuse")
    at = factories.location()
    body = order(factories.product().sku)
    assert place(api, body, key="again").status_code == 409
    factories.stock(body["lines"][0]["sku"], at)
    assert place(api, body, key="again").status_code == 201


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        ({"lines": []}, ("/lines", "too_short")),
        ({"lines": [{"sku": "X", "quantity": 0}]}, ("/lines/0/quantity", "greater_than_equal")),
        ({"lines": [{"sku": "X", "quantity": 1.5}]}, ("/lines/0/quantity", "int_from_float")),
        ({"lines": [{"quantity": 1}]}, ("/lines/0/sku", "missing")),
        ({"lines": [{"sku": "X", "quantity": 1, "price": "1"}]}, ("/lines/0/price", "extra_forbidden")),
        ({"discount": {"amount": 1.5, "currency": "EUR"}}, ("/discount/amount", "string_type")),
        ({"discount": {"amount": "1,50", "currency": "EUR"}}, ("/discount/amount", "string_pattern_mismatch")),
        ({"discount": {"amount": "1.505", "currency": "EUR"}}, ("/discount", "too_precise")),
        ({"discount": {"amount": "1.00", "currency": "USD"}}, ("/discount/currency", "other_currency")),
        ({"note": "a\0b"}, ("/note", "string_pattern_mismatch")),
        ({"ship_to": {"country_code": "Germany"}}, ("/ship_to/country_code", "string_pattern_mismatch")),
        ({"placed_at": "2026-01-01T00:00:00"}, ("/placed_at", "timezone_aware")),
        ({"channel": "nowhere"}, ("/channel", "unknown_channel")),
        ({"surprise": 1}, ("/surprise", "extra_forbidden")),
    ],
)
def test_it_names_the_place_that_is_wrong(api, db, order, change, mistake):
    refused = place(api, order("X") | change)
    assert (refused.status_code, refused.json["code"]) == (422, "invalid")
    (error,) = refused.json["errors"]
    assert (error["pointer"], error["code"]) == mistake
    assert db.value("select count(*) from channels.quarantine") == 0


def test_it_does_not_repeat_what_it_was_given(api, order):
    refused = place(api, order(customer={"email": 7, "name": "Dora Secret"}))
    assert "Secret" not in refused.text


def test_it_wants_to_know_which_channel_where_there_are_several(api, order):
    channel("second", "api")
    assert place(api, order()).json["errors"][0]["pointer"] == "/channel"
    assert place(api, order(channel="second")).status_code == 201


def test_it_places_nothing_on_a_channel_of_another_kind(api, order):
    channel("web", "shopify")
    assert place(api, order(channel="web")).status_code == 422


def test_a_token_of_some_locations_places_no_orders(connect, order):
    refused = place(connect(locations=[factories.location()]), order())
    assert (refused.status_code, refused.json["code"]) == (403, "confined")


@pytest.mark.parametrize("data", [b"", b"{", b'"text"', b"[1]", b'{"lines": "\\ud800"}', b"\xff\xfe"])
def test_it_reads_only_json_objects(app, api, shop, data):
    headers = api._headers | {"Idempotency-Key": "k", "Content-Type": "application/json"}
    assert app.test_client().post("/api/v1/orders", data=data, headers=headers).status_code == 422


def test_it_takes_no_forms(app, api, shop):
    headers = api._headers | {"Idempotency-Key": "k"}
    refused = app.test_client().post("/api/v1/orders", data={"lines": "x"}, headers=headers)
    assert (refused.status_code, refused.json["code"]) == (415, "not-json")
