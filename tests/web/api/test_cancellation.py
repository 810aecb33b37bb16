"""Canceling an order."""

import pytest

from tests.support import factories


@pytest.fixture
def order(api, db):
    factories.place_order()
    return api.get("/orders").json["data"][0]


def cancel(api, order, **given):
    return api.post(f"/orders/{order['id']}/cancellation", {"reason": "Customer changed their mind", **given})


def test_it_cancels_and_gives_the_stock_back(api, db, order):
    canceled = cancel(api, order)
    told = {name: canceled.json[name] for name in ("id", "number", "state", "fulfillment_status")}
    assert told == {"id": order["id"], "number": order["number"], "state": "canceled", "fulfillment_status": "canceled"}
    assert db.value("select sum(reserved) from inventory.levels") == 0
    assert db.value("select cancel_reason from orders.orders") == "Customer changed their mind"


def test_it_cancels_a_part_with_three_choices(api, db, order):
    part = {"position": 1, "quantity": 1}
    factories.stock(factories.product("MUG").sku, factories.location(), 5)
    factories.place_order(lines=[factories.line("MUG", 3)])
    order = api.get("/orders").json["data"][-1]
    assert cancel(api, order, lines=[part], refund=True, notify=False).json["state"] == "placed"
    (line,) = api.get(f"/orders/{order['id']}").json["lines"]
    assert (line["position"], line["quantities"]["canceled"], line["quantities"]["assigned"]) == (1, 1, 2)
    assert db.value("select amount_minor from payments.events where outcome = 'requested'") == 1000
    refused = cancel(api, order, lines=[{**part, "quantity": 3}])
    assert (refused.status_code, refused.json["code"]) == (409, "OM313")
    refused = cancel(api, order, lines=[part, {"position": 7, "quantity": 1}])
    assert refused.json["errors"][0]["pointer"] == "/lines/1/position"


@pytest.mark.parametrize(("lines", "owed"), [([{"position": 1, "quantity": 1}], "20.00"), (None, "0.00")])
def test_it_says_what_it_would_come_to_and_does_nothing(api, db, lines, owed):
    factories.place_order(lines=[factories.line(factories.stocked(factories.location(), 5), 3)])
    order = api.get("/orders").json["data"][-1]
    path = f"/orders/{order['id']}/cancellation/preview"
    told = api.post(path, {"lines": lines}).json
    assert (told["before"]["owed"]["amount"], told["after"]["owed"]["amount"], told["picked"]) == ("30.00", owed, 0)
    assert api.get(f"/orders/{order['id']}").json["version"] == order["version"]
    refused = api.post(path, {"lines": [{"position": 1, "quantity": 4}]})
    assert (refused.status_code, refused.json["code"]) == (409, "OM313")
    cancel(api, order)
    assert api.post(path, {}).json["code"] == "OM303"


def test_it_refuses_what_was_changed_meanwhile(api, db, order):
    db.call("orders.hold", p_order_id=db.value("select id from orders.orders"), p_reason="manual")
    refused = cancel(api, order, version=order["version"])
    assert (refused.status_code, refused.json["code"]) == (409, "OM409")
    seen = api.get(f"/orders/{order['id']}").json
    assert cancel(api, order, version=seen["version"]).status_code == 200


def test_it_refuses_what_is_over(api, order):
    cancel(api, order)
    refused = cancel(api, order)
    assert (refused.status_code, refused.json["code"]) == (409, "OM303")


def test_it_wants_a_reason(api, db, order):
    assert cancel(api, order, reason="").json["errors"][0]["pointer"] == "/reason"
    assert db.value("select state from orders.orders") == "placed"


def test_a_token_of_another_location_does_not_find_it(connect, db, order):
    elsewhere = connect("orders:write", locations=[factories.location()])
    assert cancel(elsewhere, order).status_code == 404
    assert db.value("select state from orders.orders") == "placed"
