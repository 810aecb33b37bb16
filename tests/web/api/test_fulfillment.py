"""Fulfillment orders, as the system of a warehouse works on them."""

from typing import Any

import pytest

from tests.support import factories


class Bench:
    """The work on two mugs and a bowl, here; there is another place that has them too."""

    def __init__(self) -> None:
        self.here = factories.location("HERE", priority=1)
        self.there = factories.location("THERE", priority=2)
        for sku in ("MUG", "BOWL"):
            factories.stocked(self.here, 10, sku)
            factories.stock(sku, self.there, 10)
        placed = factories.place_order(lines=[factories.line("MUG", 2), factories.line("BOWL")])
        (work,) = factories.works(placed.id)
        self.order_id, self.number = f"ord_{placed.uid.hex}", work.number
        self.path = f"/fulfillment-orders/{work.number}"


@pytest.fixture
def bench(db: Any) -> Bench:
    return Bench()


@pytest.fixture
def warehouse(connect: Any, bench: Bench) -> Any:
    """What only works here."""
    return connect("fulfillment:read", "fulfillment:write", locations=[bench.here])


def line(client: Any, bench: Bench, sku: str) -> Any:
    return next(line for line in client.get(bench.path).json["lines"] if line["sku"] == sku)


LABEL = {"carrier": "DHL", "tracking_number": "T-1"}


def test_it_tells_what_is_to_be_done(warehouse: Any, bench: Bench) -> None:
    (work,) = warehouse.get("/fulfillment-orders?status=released&location=HERE").json["data"]
    assert (work["number"], work["order_id"], work["state"]) == (bench.number, bench.order_id, "released")
    assert [(line["sku"], line["quantity"], line["picked"]) for line in work["lines"]] == [
        ("MUG", 2, 0),
        ("BOWL", 1, 0),
    ]
    shown = warehouse.get(bench.path).json
    assert shown == {**work, "ship_to": shown["ship_to"]}
    assert shown["ship_to"]["line1"] == "Hauptstr. 1"
    for query in ("status=shipped,packed", "method=pickup", "location=THERE", f"updated_after={work['updated_at']}"):
        assert warehouse.get(f"/fulfillment-orders?{query}").json["data"] == []


def test_it_lists_them_in_pages(api: Any, bench: Bench) -> None:
    factories.place_order(lines=[factories.line("MUG")])
    page = api.get("/fulfillment-orders?limit=1").json
    (second,) = api.get(f"/fulfillment-orders?limit=1&cursor={page['next_cursor']}").json["data"]
    assert page["data"][0]["number"] != second["number"]


def test_it_is_accepted_and_given_back(warehouse: Any, bench: Bench) -> None:
    assert warehouse.post(f"{bench.path}/acceptance").json["state"] == "accepted"
    refused = warehouse.post(f"{bench.path}/acceptance")
    assert (refused.status_code, refused.json["code"]) == (409, "OM506")
    assert warehouse.delete(f"{bench.path}/acceptance").json["state"] == "released"
    assert warehouse.delete(f"{bench.path}/acceptance").json["code"] == "OM504"


def test_it_is_shipped_in_one_step(warehouse: Any, api: Any, bench: Bench) -> None:
    key = "once"
    shipped = warehouse.post(f"{bench.path}/shipment", LABEL, key=key)
    assert (shipped.status_code, shipped.json["state"]) == (200, "shipped")
    (package,) = shipped.json["packages"]
    assert (package["tracking_number"], package["tracking_url"][:20]) == ("T-1", "https://www.dhl.com/")
    assert warehouse.post(f"{bench.path}/shipment", LABEL, key=key).json == shipped.json
    assert warehouse.post(f"{bench.path}/shipment", LABEL).json["code"] == "OM507"
    assert api.get(f"/orders/{bench.order_id}").json["fulfillment_status"] == "fulfilled"


@pytest.mark.parametrize(
    ("given", "code", "pointer"),
    [
        ({"carrier": "DHL"}, "OM505", "/tracking_number"),
        ({**LABEL, "tracking_number": "with space"}, "invalid", "/tracking_number"),
        ({**LABEL, "tracking_url": "javascript:alert(1)"}, "invalid", "/tracking_url"),
        ({**LABEL, "weight_grams": 0}, "invalid", "/weight_grams"),
    ],
)
def test_it_ships_nothing_that_nobody_can_follow(
    warehouse: Any, bench: Bench, given: Any, code: str, pointer: str
) -> None:
    refused = warehouse.post(f"{bench.path}/shipment", given)
    assert (refused.json["code"], refused.json["errors"][0]["pointer"]) == (code, pointer)
    assert warehouse.get(bench.path).json["state"] == "released"


def test_what_is_rejected_goes_elsewhere(warehouse: Any, api: Any, bench: Bench) -> None:
    assert warehouse.post(f"{bench.path}/rejection", {"reason": "bored"}).json["errors"][0]["pointer"] == "/reason"
    rejected = warehouse.post(f"{bench.path}/rejection", {"reason": "no_capacity"}).json
    work = rejected["fulfillment_order"]
    assert (work["state"], work["order_id"]) == ("rejected", None)
    assert (rejected["elsewhere"], rejected["waiting"]) == ([{"location": "There", "quantity": 3}], 0)
    assert api.get("/fulfillment-orders?status=released").json["data"][0]["location"] == "THERE"


def test_what_is_short_goes_elsewhere(warehouse: Any, bench: Bench) -> None:
    line_id = line(warehouse, bench, "MUG")["id"]
    told = warehouse.post(f"{bench.path}/shortages", {"line_id": line_id, "quantity": 1}).json
    assert (told["elsewhere"], told["waiting"]) == ([{"location": "There", "quantity": 1}], 0)
    assert line(warehouse, bench, "MUG")["short"] == 1
    refused = warehouse.post(f"{bench.path}/shortages", {"line_id": line_id, "quantity": 2})
    assert (refused.status_code, refused.json["code"]) == (409, "lines_picked_within_quantity")
    unknown = warehouse.post(f"{bench.path}/shortages", {"line_id": 999999, "quantity": 1})
    assert (unknown.status_code, unknown.json["errors"][0]["pointer"]) == (422, "/line_id")


def test_it_is_split_and_merged(warehouse: Any, bench: Bench) -> None:
    lines = [{"id": line(warehouse, bench, "MUG")["id"], "quantity": 1}]
    new = warehouse.post(f"{bench.path}/splits", {"lines": lines})
    assert (new.status_code, [each["quantity"] for each in new.json["lines"]]) == (201, [1])
    assert new.location == new.json["href"]
    merged = warehouse.post(f"{bench.path}/mergers", {"number": new.json["number"]})
    assert (merged.status_code, merged.json["number"]) == (200, bench.number)
    assert warehouse.get(f"/fulfillment-orders/{new.json['number']}").json["state"] == "canceled"
    assert warehouse.post(f"{bench.path}/mergers", {"number": bench.number}).json["code"] == "OM324"
    unknown = warehouse.post(f"{bench.path}/mergers", {"number": "no-such"})
    assert (unknown.status_code, unknown.json["errors"][0]["pointer"]) == (422, "/number")
    whole = [{"id": each["id"], "quantity": each["quantity"]} for each in merged.json["lines"]]
    assert warehouse.post(f"{bench.path}/splits", {"lines": whole}).json["code"] == "OM323"


def test_it_moves_to_another_location(api: Any, connect: Any, bench: Bench) -> None:
    here = connect("orders:write", locations=[bench.here])
    assert here.post(f"{bench.path}/moves", {"location": "THERE"}).json["code"] == "OM403"
    assert api.post(f"{bench.path}/moves", {"location": "HERE"}).json["code"] == "OM325"
    assert api.post(f"{bench.path}/moves", {"location": "X"}).json["errors"][0]["pointer"] == "/location"
    moved = api.post(f"{bench.path}/moves", {"location": "THERE"}).json["data"]
    assert [(work["location"], work["state"]) for work in moved] == [("HERE", "canceled"), ("THERE", "released")]


@pytest.mark.parametrize(
    ("step", "body"),
    [
        ("acceptance", None),
        ("rejection", {"reason": "closed"}),
        ("shortages", {"line_id": 1, "quantity": 1}),
        ("shipment", LABEL),
        ("splits", {"lines": [{"id": 1, "quantity": 1}]}),
        ("mergers", {"number": "1-1"}),
        ("moves", {"location": "THERE"}),
    ],
)
def test_it_is_only_for_those_who_work_there(connect: Any, api: Any, bench: Bench, step: str, body: Any) -> None:
    there = connect(locations=[bench.there])
    assert there.post(f"{bench.path}/{step}", body).status_code == 404
    assert api.post(f"/fulfillment-orders/no-such/{step}", body).status_code == 404
    assert there.get(bench.path).status_code == 404
    assert there.delete(f"{bench.path}/acceptance").status_code == 404
    assert api.get(bench.path).json["state"] == "released"
