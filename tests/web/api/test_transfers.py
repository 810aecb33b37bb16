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
