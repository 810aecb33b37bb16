"""Lots and serial numbers over the API."""

import pytest

from tests.support import factories


@pytest.fixture
def here(db):
    return factories.location("HERE")


@pytest.fixture
def milk(here):
    return factories.tracked(has_expiry=True)


def receive(api, milk, **lots):
    body = {"sku": milk.sku, "location": "HERE", "quantity": sum(quantity for quantity, _ in lots.values())}
    told = [{"code": code, "quantity": quantity, "expires_on": day} for code, (quantity, day) in lots.items()]
    return api.post("/stock/receipts", {**body, "lots": told})


def test_it_is_said_how_units_are_told_apart(api, db, connect, here):
    sku = factories.product().sku
    body = {"sku": sku, "tracking": "lot", "has_expiry": True}
    assert api.post("/lots/tracking", body).json == body
    assert db.value("select tracking from catalog.variants where sku = :sku", sku=sku) == "lot"
    assert connect(locations=[here]).post("/lots/tracking", body).json["code"] == "confined"
    assert api.post("/lots/tracking", {**body, "sku": "NO"}).status_code == 422


def test_lots_are_received_and_listed(api, milk):
    received = receive(api, milk, A=(3, "2100-01-01"), B=(2, "2100-02-01"))
    assert (received.status_code, received.json["on_hand"]) == (200, 5)
    (lot,) = api.get(f"/lots?sku={milk.sku}&code=A").json["data"]
    assert (lot["expires_on"], lot["levels"][0]["on_hand"]) == ("2100-01-01", 3)
    assert [found["code"] for found in api.get("/lots").json["data"]] == ["A", "B"]


def test_a_lot_without_expiry_is_refused(api, milk):
    refused = receive(api, milk, A=(3, None))
    assert (refused.status_code, refused.json["code"], refused.json["context"]) == (422, "OM123", {"lot": "A"})


def test_plain_stock_is_received_too(api, here):
    sku = factories.product().sku
    assert api.post("/stock/receipts", {"sku": sku, "location": "HERE", "quantity": 3}).json["available"] == 3


def test_a_lot_is_adjusted_and_set_aside(api, milk):
    receive(api, milk, A=(5, "2100-01-01"))
    level = {"sku": milk.sku, "location": "HERE", "lot": "A"}
    adjusted = api.post("/stock/adjustments", {**level, "quantity": -1, "expected_on_hand": 5, "reason": "counted"})
    assert adjusted.json["on_hand"] == 4
    stale = api.post("/stock/adjustments", {**level, "quantity": -1, "expected_on_hand": 5, "reason": "counted"})
    assert (stale.status_code, stale.json["context"]) == (409, {"expected": 5, "on_hand": 4})
    api.post("/stock/set-asides", {**level, "quantity": 3, "reason": "quality"})
    api.post("/stock/put-backs", {**level, "quantity": 1})
    assert factories.lot_levels(milk.id) == {"A": (4, 0, 2)}
    unknown = api.post("/stock/put-backs", {**level, "lot": "NO", "quantity": 1})
    assert (unknown.status_code, unknown.json["errors"][0]["pointer"]) == (422, "/lot")


def test_a_recall_names_every_order(api, connect, here, milk):
    receive(api, milk, A=(5, "2100-01-01"))
    order = factories.place_order(lines=[factories.line(milk.sku, 2)])
    named = f"sku={milk.sku}&code=A"
    (holder,) = api.get(f"/lots/orders?{named}").json["data"]
    assert (holder["number"], holder["state"], holder["quantity"]) == (order.number, "reserved", 2)
    assert (holder["location"], holder["email"]) == ("HERE", "dora@example.com")
    receive(api, milk, B=(1, "2100-01-01"))
    body = {"sku": milk.sku, "code": "A", "reason": "Glass"}
    assert connect(locations=[here]).post("/lots/recalls", body).json["code"] == "confined"
    recalled = api.post("/lots/recalls", body)
    assert (recalled.status_code, recalled.json) == (200, {"swapped": 0, "rerouted": 2, "left": 0})
    assert api.post("/lots/recalls", body).json["code"] == "OM128"
    assert api.get(f"/lots?{named}").json["data"][0]["recall_reason"] == "Glass"
    assert api.get(f"/lots/orders?sku={milk.sku}&code=NO").status_code == 422
