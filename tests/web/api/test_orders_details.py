"""Tags and fields of an order through the API."""

from typing import Any

from tests.support.channels import channel
from tests.support.factories import field, location, order_row, place_order, stocked

ADDRESS = {"name": "Dora", "line1": "Street 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}


def path(order: Any) -> str:
    return f"/orders/ord_{order.uid.hex}"


def test_it_changes_what_is_named_and_leaves_the_rest(api: Any) -> None:
    field("wrap", "boolean")
    field("size", "number")
    order = place_order(tags=["vip", "gift"], fields={"size": 4})
    answer = api.send("PATCH", path(order), {"add_tags": ["rush"], "remove_tags": ["gift"], "fields": {"wrap": True}})
    assert answer.status_code == 200
    assert (answer.json["tags"], answer.json["fields"]) == (["vip", "rush"], {"size": 4, "wrap": True})
    shown = api.get(path(order)).json
    assert (shown["tags"], shown["fields"], shown["assignee"]) == (["vip", "rush"], {"size": 4, "wrap": True}, None)


def test_it_does_all_of_it_or_nothing(api: Any) -> None:
    order = place_order()
    answer = api.send("PATCH", path(order), {"add_tags": ["rush"], "fields": {"never": 1}})
    assert (answer.status_code, answer.json["type"].rpartition("/")[2]) == (422, "OM344")
    assert order_row(order.id).tags == []


def test_lists_are_filtered_by_tag_and_field(api: Any) -> None:
    field("size", "number")
    wanted = place_order(tags=["vip"], fields={"size": 4})
    place_order(tags=["gift"], fields={"size": 5})
    for query in ("tag=vip", "field=size:4.0"):
        assert [order["number"] for order in api.get(f"/orders?{query}").json["data"]] == [wanted.number]
    assert api.get("/orders?assignee=nobody@example.com").json["data"] == []
    assert api.get("/orders?field=size").status_code == 422


def test_an_order_brings_its_fields_and_waits_where_they_are_wrong(api: Any) -> None:
    channel("market", "api")
    field("size", "number")
    body = {"ship_to": ADDRESS, "lines": [{"sku": stocked(location()), "quantity": 1}]}
    placed = api.post("/orders", {**body, "fields": {"size": "4.50"}})
    assert placed.status_code == 201
    assert api.get(f"/orders/{placed.json['id']}").json["fields"] == {"size": 4.5}
    kept = api.post("/orders", {**body, "fields": {"size": "big", "never": 1}})
    assert kept.status_code == 202
    assert [(reason["code"], reason["pointer"]) for reason in kept.json["reasons"]] == [
        ("unknown_field", "/fields/never"),
        ("bad_field", "/fields/size"),
    ]
