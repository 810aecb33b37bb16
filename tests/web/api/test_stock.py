"""Reading and adjusting stock."""

import pytest

from tests.support import factories


@pytest.fixture
def here(db):
    return factories.location("HERE")


@pytest.fixture
def there(db):
    return factories.location("THERE")


@pytest.fixture
def level(here):
    """Ten of one SKU at one location."""
    return {"sku": factories.stocked(here, sku="SHIRT"), "location": "HERE", "expected_on_hand": 10}


def test_it_lists_every_level(api, here, there):
    shirt, hat = factories.stocked(here, sku="SHIRT"), factories.stocked(there, quantity=3, sku="HAT")
    factories.stock(shirt, there, 5)
    listed = [(level["sku"], level["location"], level["available"]) for level in api.get("/stock").json["data"]]
    assert listed == [(shirt, "HERE", 10), (shirt, "THERE", 5), (hat, "THERE", 3)]


def test_it_pages(api, here, there):
    for sku in ("A", "B"):
        factories.stocked(here, sku=sku)
        factories.stock(sku, there)
    seen, cursor = [], ""
    while cursor is not None:
        page = api.get(f"/stock?limit=3{cursor and '&cursor=' + cursor}").json
        seen += [(level["sku"], level["location"]) for level in page["data"]]
        cursor = page["next_cursor"]
    assert seen == [("A", "HERE"), ("A", "THERE"), ("B", "HERE"), ("B", "THERE")]


@pytest.mark.parametrize(
    ("query", "found"), [("sku=SHIRT", 1), ("sku=HAT", 0), ("location=HERE", 1), ("location=X", 0)]
)
def test_it_filters(api, level, query, found):
    assert len(api.get(f"/stock?{query}").json["data"]) == found


@pytest.mark.parametrize("cursor", ["WzEsIC0xXQ", "WzEsIDk5OTk5OTk5OTk5OTk5OTk5OTk5XQ", "e30", "bnVsbA", "W1tdLDFd"])
def test_it_knows_its_own_cursors(api, cursor):
    assert api.get(f"/stock?cursor={cursor}").status_code == 422


def test_available_is_what_is_not_promised(api, here):
    sku = factories.stocked(here)
    factories.place_order(lines=[factories.line(sku, 4)])
    (level,) = api.get(f"/stock?sku={sku}").json["data"]
    assert (level["on_hand"], level["reserved"], level["available"]) == (10, 4, 6)


def test_it_lists_levels_as_they_stood(api, db, here):
    db.value("select set_config('oms.now', '2100-01-01T10:00Z', true)")
    sku = factories.stocked(here, sku="SHIRT")
    db.value("select set_config('oms.now', '2100-01-01T11:00Z', true)")
    factories.stock(sku, here, 5)
    (level,) = api.get("/stock?as_of=2100-01-01T10:30:00Z").json["data"]
    assert (level["on_hand"], level["updated_at"]) == (10, "2100-01-01T10:00:00Z")
    (level,) = api.get("/stock?as_of=2100-01-01T12:00:00%2B01:00").json["data"]
    assert level["on_hand"] == 15
    assert api.get("/stock?as_of=2099-12-31T23:59:59Z").json["data"] == []
    assert api.get("/stock?as_of=yesterday").status_code == 422


def test_a_token_of_one_location_sees_only_what_is_there(connect, here, there):
    factories.stock(factories.stocked(here), there)
    levels = connect("stock:read", locations=[there]).get("/stock").json["data"]
    assert [level["location"] for level in levels] == ["THERE"]


def test_it_adjusts_with_a_reason(api, db, level):
    adjusted = api.post("/stock/adjustments", {**level, "quantity": -2, "reason": "damaged", "note": "Rain"})
    assert (adjusted.status_code, adjusted.json["on_hand"], adjusted.json["available"]) == (200, 8, 8)
    movement = db.row("select * from inventory.movements order by id desc limit 1")
    assert (movement.quantity, movement.reason, movement.note) == (-2, "damaged", "Rain")
    assert movement.actor.startswith("token:")


def test_it_adjusts_nothing_that_was_not_as_expected(api, db, level):
    refused = api.post("/stock/adjustments", {**level, "quantity": 1, "reason": "found", "expected_on_hand": 9})
    assert (refused.status_code, refused.json["code"]) == (409, "OM109")
    assert refused.json["context"] == {"expected": 9, "on_hand": 10, "reserved": 0, "unavailable": 0}
    assert db.value("select on_hand from inventory.levels") == 10


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"sku": "NO"}, "/sku"),
        ({"location": "NO"}, "/location"),
        ({"reason": "because"}, "/reason"),
        ({"quantity": "x"}, "/quantity"),
        ({"expected_on_hand": None}, "/expected_on_hand"),
        ({"quantity": 0}, "/quantity"),
        ({"quantity": 10**9}, "/quantity"),
    ],
)
def test_it_names_the_place_that_is_wrong(api, db, level, change, pointer):
    refused = api.post("/stock/adjustments", {**level, "quantity": 1, "reason": "found", **change})
    assert refused.status_code == 422
    assert [error["pointer"] for error in refused.json["errors"]] == [pointer]
    assert db.value("select on_hand from inventory.levels") == 10


def test_it_takes_away_nothing_that_is_promised(api, db, here):
    sku = factories.stocked(here, 5)
    factories.place_order(lines=[factories.line(sku, 4)])
    taken = {"sku": sku, "location": "HERE", "quantity": -2, "expected_on_hand": 5, "reason": "lost"}
    assert api.post("/stock/adjustments", taken).status_code == 409
    assert db.value("select on_hand from inventory.levels") == 5


def test_a_token_of_another_location_adjusts_nothing(connect, db, level, there):
    refused = connect(locations=[there]).post("/stock/adjustments", {**level, "quantity": 1, "reason": "found"})
    assert (refused.status_code, refused.json["code"]) == (403, "OM403")
    assert db.value("select on_hand from inventory.levels") == 10


def test_it_sets_aside_and_puts_back(api, db, here):
    here = {"sku": factories.stocked(here), "location": "HERE"}
    aside = api.post("/stock/set-asides", {**here, "quantity": 4, "reason": "damaged", "note": "Rain"})
    assert (aside.status_code, aside.json["unavailable"], aside.json["available"]) == (200, 4, 6)
    back = api.post("/stock/put-backs", {**here, "quantity": 3})
    assert (back.status_code, back.json["unavailable"], back.json["available"]) == (200, 1, 9)


@pytest.mark.parametrize(
    ("path", "code", "context"), [("set-asides", "OM120", {"free": 10}), ("put-backs", "OM121", {"unavailable": 0})]
)
def test_it_moves_no_more_than_there_is(api, level, path, code, context):
    body = {"sku": level["sku"], "location": "HERE", "quantity": 11}
    refused = api.post(f"/stock/{path}", body | ({"reason": "other"} if path == "set-asides" else {}))
    assert (refused.status_code, refused.json["code"], refused.json["context"]) == (409, code, context)


def test_it_says_how_a_sku_is_kept(api, connect, db):
    place = factories.location("HERE")
    factories.stocked(place, 5, "MUG")
    terms = {"sku": "MUG", "location": "HERE", "safety": 2, "bin": "A-1"}
    kept = api.put("/stock/terms", terms).json
    assert (kept["safety"], kept["available"], db.value("select bin from inventory.levels")) == (2, 3, "A-1")
    assert api.put("/stock/terms", {**terms, "safety": -1}).json["errors"][0]["pointer"] == "/safety"
    assert api.put("/stock/terms", {**terms, "sku": "NO-SUCH"}).json["errors"][0]["pointer"] == "/sku"
    elsewhere = connect("stock:write", locations=[factories.location()]).put("/stock/terms", terms)
    assert (elsewhere.status_code, elsewhere.json["code"]) == (403, "OM403")
