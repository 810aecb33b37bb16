"""Holding stock through the API."""

import pytest

from tests.support import factories
from tests.support.channels import ADDRESS, channel, sold

EUROS = {"amount": "20.00", "currency": "EUR"}


@pytest.fixture
def sku(db):
    """Three of them, sold by the only channel of the API, which refuses what is not there."""
    channel("market", "api", stock_policy="refuse")
    return sold(quantity=3)


@pytest.fixture
def hold(api, sku):
    """The answer to holding so many."""

    def make(quantity=2, **given):
        return api.post("/holds", {"lines": [{"sku": sku, "quantity": quantity}], **given})

    return make


def at(held):
    return f"/holds/{held.json['id']}"


def available(api):
    (level,) = api.get("/stock").json["data"]
    return level["available"]


def test_it_holds_stock_and_says_where_and_how_long(api, hold, sku):
    held = hold(country_code="DE", minutes=20)
    assert held.status_code == 201
    assert held.json["state"] == "active"
    assert [(line["sku"], line["quantity"]) for line in held.json["lines"]] == [(sku, 2)]
    assert api.get(held.location.split("/api/v1")[1]).json == held.json
    assert available(api) == 1


def test_it_holds_nothing_where_all_is_not_there(api, hold, sku):
    refused = hold(4)
    assert (refused.status_code, refused.json["code"]) == (409, "OM101")
    assert refused.json["context"] == {"sku": sku, "wanted": 4, "available": 3}
    assert available(api) == 3


def test_its_order_gets_what_is_held_and_nobody_else(api, hold, sku, assert_consistent):
    held = hold(3)
    order = {"ship_to": ADDRESS, "lines": [{"sku": sku, "quantity": 3}]}
    assert api.post("/orders", order).json["code"] == "OM101"
    assert api.post("/orders", {**order, "hold": held.json["id"]}).status_code == 201
    assert api.get(at(held)).json["state"] == "converted"
    assert_consistent()


def test_it_gives_more_time_and_never_less(api, hold):
    held = hold(minutes=10)
    longer = api.patch(at(held), {"minutes": 30})
    assert longer.status_code == 200
    assert longer.json["expires_at"] > held.json["expires_at"]
    assert api.patch(at(held), {"minutes": 1}).json == longer.json


def test_it_lets_go_once(api, hold):
    held = hold()
    assert [api.delete(at(held)).json["state"] for _ in range(2)] == ["released", "released"]
    assert available(api) == 3
    assert api.patch(at(held), {"minutes": 5}).json["code"] == "OM130"


def test_it_holds_in_the_store_that_is_named(api, hold, sku):
    factories.stock(sku, factories.store("LEEDS"))
    held = hold(delivery={"method": "pickup", "location": "LEEDS"})
    assert held.json["lines"] == [{"sku": sku, "location": "LEEDS", "quantity": 2}]


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"lines": [{"sku": "NONE", "quantity": 1}]}, "/lines/0/sku"),
        ({"delivery": {"method": "pickup", "location": "NOWHERE"}}, "/delivery/location"),
        ({"minutes": 0}, "/minutes"),
        ({"channel": "web"}, "/channel"),
        ({"lines": []}, "/lines"),
    ],
)
def test_it_names_each_mistake(hold, given, pointer):
    refused = hold(**given)
    assert refused.status_code == 422
    assert [mistake["pointer"] for mistake in refused.json["errors"]] == [pointer]


def test_it_knows_no_holds_of_others(api, db, sku):
    claims = [
        {
            "variant_id": db.value("select id from catalog.variants"),
            "location_id": db.value("select id from inventory.locations"),
            "quantity": 1,
        }
    ]
    db.call("inventory.hold", p_claims=claims, p_kind="draft", p_owner="", p_minutes=15, p_key="draft:17")
    assert api.get("/holds/draft:17").status_code == 404
    assert api.delete("/holds/draft:17").status_code == 404


def test_an_order_names_a_hold_that_is_there(api, sku):
    order = {"ship_to": ADDRESS, "lines": [{"sku": sku, "quantity": 1}], "hold": "hold_" + "0" * 32}
    assert [mistake["pointer"] for mistake in api.post("/orders", order).json["errors"]] == ["/hold"]


def test_a_token_of_one_location_holds_nothing(connect, sku):
    confined = connect(locations=[factories.store()])
    assert confined.post("/holds", {"lines": [{"sku": sku, "quantity": 1}]}).json["code"] == "confined"
