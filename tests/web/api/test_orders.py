"""Reading orders."""

import pytest

from tests.support import factories
from tests.support.channels import channel
from tests.support.tasks import later


@pytest.fixture
def orders(db):
    """Three orders, each changed a minute after the one before; their numbers."""
    numbers = []
    for _ in range(3):
        later(minutes=1)
        numbers.append(factories.place_order().number)
    return numbers


def numbers_of(response):
    return [order["number"] for order in response.json["data"]]


def test_it_lists_the_oldest_change_first(api, orders):
    listed = api.get("/orders")
    assert numbers_of(listed) == orders
    assert (listed.json["has_more"], listed.json["next_cursor"]) == (False, None)
    assert "Link" not in listed.headers
    assert listed.json["data"][0]["total"] == {"amount": "10.00", "currency": "EUR"}


def test_it_pages_through_all_of_them_once(api, orders):
    seen, path = [], "/orders?limit=1"
    while path:
        page = api.get(path)
        seen += numbers_of(page)
        path = page.headers["Link"].split(">")[0].split("/api/v1")[1] if page.json["has_more"] else None
    assert seen == orders


def test_what_changes_meanwhile_comes_again_at_the_end(api, db, orders):
    first = api.get("/orders?limit=2")
    later(minutes=1)
    order_id = db.value("select id from orders.orders where number = :number", number=orders[0])
    db.call("orders.hold", p_order_id=order_id, p_reason="manual")
    rest = api.get(f"/orders?cursor={first.json['next_cursor']}")
    assert numbers_of(rest) == [orders[2], orders[0]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=placed", 3),
        ("status=placed,closed", 3),
        ("status=canceled", 0),
        ("payment_status=paid", 3),
        ("payment_status=none,authorized", 0),
        ("fulfillment_status=in_progress", 3),
        ("fulfillment_status=delivered", 0),
        ("channel=web", 3),
        ("channel=other", 0),
    ],
)
def test_it_filters(api, orders, query, found):
    assert len(numbers_of(api.get(f"/orders?{query}"))) == found


@pytest.mark.parametrize("name", ["created_after", "updated_after"])
def test_it_filters_by_time(api, db, orders, name):
    last = db.value("select max(updated_at) from orders.orders")
    assert numbers_of(api.get(f"/orders?{name}={last.isoformat()}")) == []
    assert numbers_of(api.get(f"/orders?{name}=2020-01-01T00:00:00%2B02:00")) == orders


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"),
        ("limit=251", "limit"),
        ("limit=x", "limit"),
        ("cursor=x", "cursor"),
        ("cursor=WzEsMl0", "cursor"),
        ("status=lost", "status"),
        ("updated_after=yesterday", "updated_after"),
        ("updated_after=2026-01-01T00:00:00", "updated_after"),
        ("stauts=placed", "stauts"),
        ("channel=%00", "channel"),
    ],
)
def test_it_names_the_parameter_that_is_wrong(api, query, parameter):
    refused = api.get(f"/orders?{query}")
    assert (refused.status_code, refused.json["code"]) == (422, "invalid")
    assert [error["parameter"] for error in refused.json["errors"]] == [parameter]


def test_it_shows_an_order_with_all_that_belongs_to_it(api, db):
    london = factories.store("LONDON")
    order = factories.place_pickup(london, note="Ring twice", tags=["gift"])
    (listed,) = api.get("/orders").json["data"]
    shown = api.get(f"/orders/{listed['id']}").json
    assert listed.items() <= shown.items()
    assert shown["customer"] == {"email": "dora@example.com", "name": "Dora Buys", "phone": ""}
    assert shown["delivery"] == {"method": "pickup", "location": "LONDON", "title": ""}
    assert (shown["ship_to"]["city"], shown["note"], shown["tags"]) == ("Berlin", "Ring twice", ["gift"])
    (line,) = shown["lines"]
    assert line["quantities"] == {"canceled": 0, "waiting": 0, "assigned": 1, "shipped": 0, "delivered": 0}
    day = db.value("select promised_on::text from routing.promises")
    assert line["delivery_promise"] == {
        "promised_on": day,
        "expected_on": day,
        "status": "open",
        "cause": None,
    }
    (work,) = shown["fulfillment_orders"]
    assert (work["number"], work["location"], work["state"]) == (f"{order.number}-1", "LONDON", "released")
    (payment,) = shown["payments"]
    assert (payment["kind"], payment["amount"]["amount"]) == ("capture", "10.00")


def test_it_shows_the_parcel_and_the_invoice(api):
    order = factories.place_order()
    factories.ship(factories.works(order.id)[0].id, tracking_number="T-1")
    (listed,) = api.get("/orders").json["data"]
    assert listed["fulfillment_status"] == "fulfilled"
    shown = api.get(f"/orders/{listed['id']}").json
    assert shown["fulfillment_orders"][0]["packages"][0]["tracking_number"] == "T-1"


def test_it_saves_sending_what_is_known(api):
    factories.place_order()
    path = f"/orders/{api.get('/orders').json['data'][0]['id']}"
    etag = api.get(path).headers["ETag"]
    assert api.get(path, If_None_Match=etag).status_code == 304
    assert api.get(path, If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize("order_id", ["1", "ord_1", "ord_" + "0" * 32, "ord_" + "g" * 32, "ord_%00"])
def test_it_does_not_find_what_is_not_there(api, order_id):
    assert api.get(f"/orders/{order_id}").status_code == 404


def test_a_token_of_one_location_sees_only_what_is_there(connect):
    here, there = factories.store("HERE"), factories.store("THERE")
    mine, other = factories.place_pickup(here), factories.place_pickup(there)
    confined = connect("orders:read", locations=[here])
    assert numbers_of(confined.get("/orders")) == [mine.number]
    (seen,) = [each["id"] for each in connect().get("/orders").json["data"] if each["number"] == other.number]
    assert confined.get(f"/orders/{seen}").status_code == 404
    assert numbers_of(connect("orders:read", locations=[]).get("/orders")) == []


def test_money_has_the_decimals_of_its_currency(api, db):
    channel("jp", "api", currency="JPY")
    factories.place_order(currency="JPY")
    assert api.get("/orders").json["data"][0]["total"] == {"amount": "1000", "currency": "JPY"}


def test_it_shows_what_is_longer_than_it_would_take(api):
    factories.place_order(customer={"email": "dora@example.com", "name": "D" * 300}, delivery={"title": "E" * 300})
    (listed,) = api.get("/orders").json["data"]
    shown = api._client.get(f"/api/v1/orders/{listed['id']}", headers=api._headers)
    assert shown.json["customer"]["name"] == "D" * 300


def test_it_sends_something_else_where_the_customer_agreed(api, db):
    place = factories.location()
    factories.stock(factories.product("BLUE", prices={"EUR": 900}).sku, place, 5)
    factories.product("RED", substitutes=["BLUE"])
    factories.place_order(lines=[factories.line("RED", 2)])
    (order,) = api.get("/orders").json["data"]
    path = f"/orders/{order['id']}/substitutions"
    (offer,) = api.get(path).json["data"]
    assert (offer["sku"], offer["quantity"], offer["needs_consent"]) == ("BLUE", 2, True)
    assert offer["difference"] == {"amount": "-2.00", "currency": "EUR"}
    refused = api.post(path, {"position": 1, "sku": "BLUE"})
    assert (refused.status_code, refused.json["code"]) == (422, "OM332")
    sent = api.post(path, {"position": 1, "sku": "BLUE", "has_agreed": True})
    assert (sent.json["number"], sent.json["total"]["amount"]) == (order["number"], "38.00")
    assert [line["quantities"]["canceled"] for line in api.get(f"/orders/{order['id']}").json["lines"]] == [2, 0]
    assert api.post(path, {"position": 9, "sku": "BLUE"}).json["code"] == "OM331"


def test_it_asks_the_customer(api, db):
    place = factories.location()
    factories.stock(factories.product("BLUE", prices={"EUR": 900}).sku, place, 5)
    factories.product("RED", substitutes=["BLUE"])
    factories.place_order(lines=[factories.line("RED", 2)])
    (order,) = api.get("/orders").json["data"]
    path = f"/orders/{order['id']}/substitutions/questions"
    assert api.post(path, {"position": 1, "sku": "BLUE"}).json["number"] == order["number"]
    assert db.value("select quantity from orders.questions where state = 'asked'") == 2
    assert api.post(path, {"position": 1, "sku": "RED"}).json["code"] == "OM331"
