"""Counts by other software."""

from typing import Any

import pytest

from oms.db import call
from tests.support import factories


@pytest.fixture
def here(db: Any) -> int:
    place = factories.location("HERE")
    factories.stocked(place, 10, "MUG")
    factories.stocked(place, 5, "BOWL")
    return place


def begin(api: Any, **given: Any) -> str:
    made = api.post("/counts", {"location": "HERE", **given})
    assert (made.status_code, made.json["state"], made.location) == (201, "open", made.json["href"])
    return f"/counts/{made.json['number']}"


def tally(api: Any, path: str, *lines: tuple[str, int], **given: Any) -> Any:
    return api.post(f"{path}/tallies", {"lines": [{"code": code, "quantity": n} for code, n in lines], **given})


def test_a_count_from_beginning_to_end(api: Any, db: Any, here: int) -> None:
    path = begin(api)
    tally(api, path, ("MUG", 4), ("MUG", 5))
    counted = tally(api, path, ("BOWL", 5), in_all=True).json
    assert (counted["skus"], counted["counted"], counted["differences"]) == (2, 2, None)
    blind = api.get(f"{path}/lines").json["data"]
    assert [(line["sku"], line["counted"], line["on_hand"], line["difference"]) for line in blind] == [
        ("MUG", 9, None, None),
        ("BOWL", 5, None, None),
    ]
    review = api.post(f"{path}/review", {"version": counted["version"]}).json
    value = {"amount": "10.00", "currency": "EUR"}
    assert review["differences"] == {"more": 0, "fewer": 1, "value": value, "needs_approval": False}
    (line,) = api.get(f"{path}/lines?different=true").json["data"]
    assert (line["sku"], line["on_hand"], line["difference"]) == ("MUG", 10, -1)
    stale = api.post(f"{path}/posting", {"version": counted["version"]})
    assert (stale.status_code, stale.json["code"]) == (409, "OM409")
    assert api.post(f"{path}/posting", {"version": review["version"]}).json["state"] == "posted"
    assert db.value("select on_hand from inventory.levels order by variant_id limit 1") == 9
    assert api.post(f"{path}/posting", {}).json["code"] == "OM143"


def test_much_that_is_amiss_is_approved_by_another_token(connect: Any, here: int) -> None:
    counter, boss = connect("stock:read", "stock:write"), connect("stock:approve")
    path = begin(counter, scope="skus", skus=["MUG"])
    assert boss.post(f"{path}/approval", {}).json["code"] == "counts_transition_lawful"
    tally(counter, path, ("MUG", 90))
    assert counter.post(f"{path}/review", {}).json["differences"]["needs_approval"] is True
    assert counter.post(f"{path}/posting", {}).json["code"] == "OM147"
    assert counter.post(f"{path}/approval", {}).status_code == 403
    assert boss.post(f"{path}/approval", {}).json["state"] == "approved"
    assert counter.post(f"{path}/posting", {}).json["state"] == "posted"


def test_some_of_it_is_counted_again_and_the_rest_is_none(api: Any, here: int) -> None:
    path = begin(api)
    assert api.post(f"{path}/review", {}).json["code"] == "OM149"
    tally(api, path, ("MUG", 9))
    assert api.post(f"{path}/review", {"rest_is_zero": True}).json["differences"]["fewer"] == 6
    again = api.post(f"{path}/recounts", {"skus": ["MUG"]}).json
    assert (again["state"], again["counted"]) == ("open", 1)
    refused = api.post(f"{path}/recounts", {"skus": ["MUG", "NO-SUCH"]})
    assert refused.json["errors"][0]["pointer"] == "/skus/1"


def test_it_is_given_up(api: Any, here: int) -> None:
    path = begin(api, scope="oldest", most=1)
    assert api.delete(path).json["state"] == "canceled"
    assert api.delete(path).json["code"] == "OM143"
    assert api.get("/counts?state=open").json["data"] == []
    assert [count["skus"] for count in api.get("/counts?location=HERE&state=canceled").json["data"]] == [1]


@pytest.mark.parametrize(
    ("given", "status", "code", "pointer"),
    [
        ({"location": "NOWHERE"}, 422, "invalid", "/location"),
        ({"scope": "some"}, 422, "invalid", "/scope"),
        ({"scope": "skus"}, 422, "invalid", ""),
        ({"most": 0}, 422, "invalid", "/most"),
        ({"scope": "bins", "from_bin": "Z"}, 422, "OM149", None),
    ],
)
def test_it_begins_nothing_that_cannot_be(
    api: Any, db: Any, here: int, given: Any, status: int, code: str, pointer: str | None
) -> None:
    refused = api.post("/counts", {"location": "HERE", **given})
    assert (refused.status_code, refused.json["code"]) == (status, code)
    assert [error["pointer"] for error in refused.json.get("errors", [])] == ([] if pointer is None else [pointer])
    assert db.value("select count(*) from inventory.counts") == 0


def test_a_line_that_cannot_be_counted_is_named_and_none_is(api: Any, here: int) -> None:
    path = begin(api, scope="skus", skus=["MUG"])
    for line, code in (
        (("NO-SUCH", 1), "OM140"),
        (("BOWL", 1), "OM148"),
        (("MUG", -9), "count_lines_counted_not_negative"),
    ):
        refused = tally(api, path, ("MUG", 1), line)
        assert (refused.json["code"], refused.json["errors"][0]["pointer"]) == (code, "/lines/1")
    assert api.get(path).json["counted"] == 0


def test_it_is_for_those_who_work_there(api: Any, connect: Any, here: int) -> None:
    path = begin(api)
    elsewhere = connect(locations=[factories.location("THERE")])
    assert elsewhere.post("/counts", {"location": "HERE"}).json["code"] == "OM403"
    for step, body in (("review", {}), ("approval", {}), ("posting", {}), ("recounts", {"skus": ["MUG"]})):
        assert elsewhere.post(f"{path}/{step}", body).status_code == 404
        assert api.post(f"/counts/C-0/{step}", body).status_code == 404
    assert tally(elsewhere, path, ("MUG", 1)).status_code == 404
    assert elsewhere.delete(path).status_code == 404
    assert elsewhere.get(f"{path}/lines").status_code == 404
    assert elsewhere.get("/counts").json["data"] == []
    here_only = connect("stock:write", locations=[here])
    assert tally(here_only, path, ("MUG", 1)).status_code == 200


def test_it_lists_them_in_pages(api: Any, here: int) -> None:
    for _ in range(2):
        call("inventory.start_count", p_location_id=here, p_scope="full")
    page = api.get("/counts?limit=1").json
    (second,) = api.get(f"/counts?limit=1&cursor={page['next_cursor']}").json["data"]
    assert page["data"][0]["number"] != second["number"]
