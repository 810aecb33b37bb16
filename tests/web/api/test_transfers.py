"""Transfers by other software."""

import pytest

from tests.support import factories

SEND = {"source": "HERE", "destination": "THERE", "lines": [{"sku": "SHIRT", "quantity": 4}]}


@pytest.fixture
def places(db):
    here, there = factories.location("HERE"), factories.location("THERE")
    factories.stocked(here, 10, "SHIRT")
    return {"here": here, "there": there}


def test_a_transfer_from_beginning_to_end(api, places):
    made = api.post("/transfers", SEND | {"ready": True})
    assert (made.status_code, made.json["state"]) == (201, "ready")
    path = f"/transfers/{made.json['number']}"
    assert api.post(f"{path}/shipment").json["state"] == "in_transit"
    assert api.post(f"{path}/receipts", {"sku": "SHIRT", "quantity": 3}).json["state"] == "partially_received"
    done = api.post(f"{path}/receipts", {"sku": "SHIRT", "outcome": "damaged", "note": "Torn"}).json
    assert (done["state"], done["lines"][0]["received"], done["lines"][0]["damaged"]) == ("received", 3, 1)
    assert api.get(path).json == done


def test_it_lists_them_by_state(api, places):
    for _ in range(3):
        api.post("/transfers", SEND)
    page = api.get("/transfers?limit=2&state=draft").json
    assert [transfer["state"] for transfer in page["data"]] == ["draft", "draft"]
    assert len(api.get(f"/transfers?limit=2&state=draft&cursor={page['next_cursor']}").json["data"]) == 1
    assert api.get("/transfers?state=received").json["data"] == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"destination": "HERE"}, 422),
        ({"destination": "NOWHERE"}, 422),
        ({"lines": []}, 422),
        ({"lines": [{"sku": "NO-SUCH", "quantity": 1}]}, 422),
        ({"lines": [{"sku": "SHIRT", "quantity": 0}]}, 422),
        ({"lines": [{"sku": "SHIRT", "quantity": 11}], "ready": True}, 409),
    ],
)
def test_it_refuses_what_cannot_be(api, places, db, change, status):
    assert api.post("/transfers", SEND | change).status_code == status
    assert db.value("select count(*) from inventory.transfers") == 0


def test_it_takes_in_no_more_than_is_under_way(api, places):
    path = f"/transfers/{api.post('/transfers', SEND | {'ready': True}).json['number']}"
    api.post(f"{path}/shipment")
    assert api.post(f"{path}/receipts", {"sku": "SHIRT", "quantity": 5}).json["code"] == "OM141"


def test_a_token_sends_and_receives_at_its_own_locations(api, connect, places):
    path = f"/transfers/{api.post('/transfers', SEND | {'ready': True}).json['number']}"
    there = connect("stock:read", "stock:write", locations=[places["there"]])
    assert there.post(f"{path}/shipment").status_code == 403
    elsewhere = connect("stock:read", "stock:write", locations=[factories.location()])
    assert elsewhere.get(path).status_code == 404


def test_it_takes_steps_on_and_back(api, db, places):
    made = api.post("/transfers", SEND).json
    path = f"/transfers/{made['number']}/steps"
    ready = api.post(path, {"step": "ready", "version": made["version"]}).json
    assert (ready["state"], db.value("select reserved from inventory.levels where reserved > 0")) == ("ready", 4)
    stale = api.post(path, {"step": "reopen", "version": made["version"]})
    assert (stale.status_code, stale.json["code"]) == (409, "OM409")
    assert api.post(path, {"step": "reopen"}).json["state"] == "draft"
    assert api.post(path, {"step": "cancel"}).json["state"] == "canceled"
    assert api.post(path, {"step": "ready"}).json["code"] == "transfers_transition_lawful"
    assert api.post(path, {"step": "jump"}).json["errors"][0]["pointer"] == "/step"
    assert api.post("/transfers/T-0/steps", {"step": "ready"}).status_code == 404


def test_what_never_comes_is_lost(api, connect, places):
    path = f"/transfers/{api.post('/transfers', SEND | {'ready': True}).json['number']}"
    assert api.post(f"{path}/closure", {"reason": "Lost"}).json["code"] == "OM143"
    api.post(f"{path}/shipment")
    assert connect(locations=[places["here"]]).post(f"{path}/closure", {"reason": "Lost"}).json["code"] == "OM403"
    assert api.post(f"{path}/closure", {"reason": ""}).json["errors"][0]["pointer"] == "/reason"
    closed = api.post(f"{path}/closure", {"reason": "Lost"}).json
    assert (closed["state"], closed["lines"][0]["lost"]) == ("received", 4)


def test_lots_go_along_and_are_taken_in(api, places, db):
    milk = factories.tracked(has_expiry=True)
    factories.lots(milk.id, places["here"], EARLY=(4, "2100-01-01"), LATE=(4, "2100-02-01"))
    line = {"sku": milk.sku, "quantity": 5, "lots": [{"code": "LATE", "quantity": 2}]}
    made = api.post("/transfers", SEND | {"lines": [line], "ready": True}).json
    assert [(lot["code"], lot["chosen"], lot["quantity"]) for lot in made["lines"][0]["lots"]] == [
        ("EARLY", 0, 3),
        ("LATE", 2, 2),
    ]
    path = f"/transfers/{made['number']}"
    api.post(f"{path}/shipment")
    on_its_way = api.get(f"/lots?sku={milk.sku}&code=LATE").json["data"][0]["under_way"]
    assert on_its_way == [{"transfer": made["number"], "source": "HERE", "destination": "THERE", "quantity": 2}]
    assert api.post(f"{path}/receipts", {"sku": milk.sku, "quantity": 1}).json["code"] == "OM192"
    late = {"sku": milk.sku, "quantity": 1, "outcome": "damaged", "lots": [{"code": "LATE"}]}
    told = api.post(f"{path}/receipts", late).json["lines"][0]["lots"]
    assert [(lot["code"], lot["damaged"], lot["under_way"]) for lot in told] == [("EARLY", 0, 3), ("LATE", 1, 1)]
    assert api.post(f"{path}/receipts", {"sku": milk.sku, "quantity": 4}).json["state"] == "received"
    assert api.get(f"/lots?sku={milk.sku}&code=LATE").json["data"][0]["under_way"] == []
    assert factories.lot_levels(milk.id) == {"EARLY": (4, 0, 0), "LATE": (4, 0, 1)}


def test_a_lot_that_is_not_there_cannot_be_chosen(api, places):
    milk = factories.tracked()
    line = {"sku": milk.sku, "quantity": 5, "lots": [{"code": "A"}]}
    refused = api.post("/transfers", SEND | {"lines": [line]})
    assert (refused.status_code, refused.json["code"]) == (409, "OM191")
