"""Expected deliveries and promises, for other software."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days


@pytest.fixture
def here(db):
    factories.product("MUG")
    return factories.location("HERE")


def new(**given):
    lines = [{"sku": "MUG", "quantity": 24}]
    made = {"reference": "PO-1", "location": "HERE", "expected_on": in_days(7).isoformat(), "lines": lines}
    return {**made, **given}


def test_it_is_announced_and_read(api, here):
    made = api.post("/incoming", new(supplier="Mills"))
    assert made.status_code == 201
    told = api.get(f"/incoming/{made.json['id']}").json
    assert (told["supplier"], told["location"], told["expected_on"]) == ("Mills", "HERE", in_days(7).isoformat())
    (line,) = told["lines"]
    assert (line["sku"], line["quantity"], line["open"], line["pegged"]) == ("MUG", 24, 24, 0)


def test_the_same_request_twice_is_one_delivery(api, here):
    first, again = (api.post("/incoming", new(), key="once") for _ in range(2))
    assert first.json["id"] == again.json["id"]
    assert len(api.get("/incoming").json["data"]) == 1


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"location": "NOWHERE"}, 422),
        ({"lines": []}, 422),
        ({"lines": [{"sku": "NOTHING", "quantity": 1}]}, 422),
        ({"lines": [{"sku": "MUG", "quantity": 0}]}, 422),
        ({"expected_on": "soon"}, 422),
    ],
)
def test_it_says_what_is_wrong(api, here, given, status):
    assert api.post("/incoming", new(**given)).status_code == status


def test_it_is_received_moved_and_closed(db, api, here):
    delivery = api.post("/incoming", new()).json
    at = f"/incoming/{delivery['id']}"
    received = {"lines": [{"id": delivery["lines"][0]["id"], "quantity": 10}]}
    assert api.post(f"{at}/receipts", received).json["lines"][0]["received"] == 10
    moved = {"expected_on": in_days(9).isoformat(), "reason": "late"}
    assert api.post(f"{at}/schedule", moved).json["expected_on"] == in_days(9).isoformat()
    assert api.post(f"{at}/schedule", moved).status_code == 422
    assert api.post(f"{at}/closure", {"reason": "lost"}).json["lines"][0]["closed"] == 14
    assert api.post(f"{at}/closure", {"reason": "lost"}).status_code == 409
    assert db.value("select on_hand from inventory.levels") == 10
    assert [each["id"] for each in api.get("/incoming?status=done").json["data"]] == [delivery["id"]]
    assert api.get("/incoming").json["data"] == []


def test_it_is_listed_by_day_in_pages(api, here):
    second, first = expect(here, 9, MUG=1), expect(here, 7, MUG=1)
    page = api.get("/incoming?limit=1").json
    assert [each["id"] for each in page["data"]] == [first]
    page = api.get(f"/incoming?limit=1&cursor={page['next_cursor']}").json
    assert ([each["id"] for each in page["data"]], page["has_more"]) == ([second], False)
    assert api.get("/incoming?location=NOWHERE").json["data"] == []


def test_a_confined_token_sees_its_own(connect, here):
    delivery = expect(here, 7, MUG=1)
    elsewhere = connect(locations=[factories.location("ELSEWHERE")])
    assert elsewhere.get("/incoming").json["data"] == []
    assert elsewhere.get(f"/incoming/{delivery}").status_code == 404
    assert elsewhere.post("/incoming", new()).status_code == 403


def test_what_can_be_promised(api, here):
    factories.stock("MUG", here, 4)
    expect(here, 7, MUG=10)
    told = api.get("/stock/atp?sku=MUG&location=HERE").json
    assert [(step["date"], step["quantity"]) for step in told["steps"]] == [
        (in_days(0).isoformat(), 4),
        (in_days(7).isoformat(), 14),
    ]
    assert api.get("/stock/atp?sku=MUG").json["steps"] == told["steps"]
    assert api.get("/stock/atp?sku=NOTHING").status_code == 422
    assert api.get("/stock/atp?sku=MUG&location=NOWHERE").status_code == 422


def test_the_terms_beyond_stock(api, here):
    terms = {"sku": "MUG", "channel": "", "allowed": True, "most": 10, "release_on": in_days(9).isoformat()}
    assert api.put("/backorder-terms", terms).json["data"] == [terms]
    assert api.get("/backorder-terms?sku=MUG").json["data"] == [terms]
    assert api.put("/backorder-terms", {"sku": "MUG", "allowed": None}).json["data"] == []
    assert api.put("/backorder-terms", {"sku": "NOTHING", "allowed": True}).status_code == 422


def test_lots_are_received(api, here):
    milk = factories.tracked(has_expiry=True)
    delivery = api.post("/incoming", new(lines=[{"sku": milk.sku, "quantity": 3}])).json
    path, line_id = f"/incoming/{delivery['id']}/receipts", delivery["lines"][0]["id"]
    assert api.post(path, {"lines": [{"id": line_id, "quantity": 3}]}).json["code"] == "OM124"
    lots = [{"code": "A", "quantity": 2, "expires_on": "2100-01-01"}, {"code": "B", "expires_on": "2100-02-01"}]
    assert api.post(path, {"lines": [{"id": line_id, "quantity": 3, "lots": lots}]}).json["lines"][0]["open"] == 0
    assert factories.lot_levels(milk.id) == {"A": (2, 0, 0), "B": (1, 0, 0)}
