"""Reading and saving products."""

import pytest

from tests.support import factories
from tests.support.tasks import later

SHIRT = {
    "title": "Shirt",
    "category": "Clothes",
    "vendor": "Acme",
    "description": "Blue.",
    "variants": [
        {
            "sku": "SHIRT-M",
            "title": "M",
            "options": {"Size": "M"},
            "tax_class": "standard",
            "weight_grams": 200,
            "requires_shipping": True,
            "is_active": True,
            "barcodes": ["4006381333931"],
            "prices": [{"amount": "24.90", "currency": "EUR"}, {"amount": "3500", "currency": "JPY"}],
            "components": [],
            "substitutes": [],
            "substitute_price": "cheaper",
        }
    ],
}
KIT = {"title": "Outfit", "variants": [{"sku": "OUTFIT", "components": [{"sku": "SHIRT-M", "quantity": 2}]}]}


@pytest.fixture
def shirt(api):
    """A product that is there already: the answer to making it."""
    return api.put("/products/shirt", SHIRT)


def test_it_creates_a_product(api, shirt):
    assert shirt.status_code == 201
    assert shirt.location.endswith("/api/v1/products/shirt")
    shown = api.get("/products/shirt")
    assert SHIRT.items() <= shown.json.items()
    assert shown.headers["ETag"] == shirt.headers["ETag"]


def test_it_changes_what_was_seen(api, shirt):
    later(minutes=1)
    changed = api.put("/products/shirt", SHIRT | {"title": "Blouse"}, If_Match=shirt.headers["ETag"])
    assert (changed.status_code, changed.json["title"]) == (200, "Blouse")
    assert changed.headers["ETag"] != shirt.headers["ETag"]


def test_it_changes_nothing_unseen(api, shirt):
    refused = api.put("/products/shirt", SHIRT)
    assert (refused.status_code, refused.json["code"]) == (428, "match-missing")


def test_it_changes_nothing_that_was_changed_meanwhile(api, shirt):
    later(minutes=1)
    api.put("/products/shirt", SHIRT | {"title": "Blouse"}, If_Match=shirt.headers["ETag"])
    refused = api.put("/products/shirt", SHIRT | {"title": "Jacket"}, If_Match=shirt.headers["ETag"])
    assert (refused.status_code, refused.json["code"]) == (412, "match-failed")
    assert api.get("/products/shirt").json["title"] == "Blouse"


def test_it_creates_nothing_that_should_be_there(api):
    assert api.put("/products/hat", SHIRT, If_Match='"x"').status_code == 412


def test_variants_that_are_not_named_stay(api, shirt):
    changed = api.put("/products/shirt", {"title": "Shirt", "variants": []}, If_Match=shirt.headers["ETag"])
    assert [variant["sku"] for variant in changed.json["variants"]] == ["SHIRT-M"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"title": ""}, "/title"),
        ({"variants": [{"sku": " X"}]}, "/variants/0/sku"),
        ({"variants": [{"sku": "X", "barcodes": ["1 2"]}]}, "/variants/0/barcodes/0"),
        ({"variants": [{"sku": "X", "weight_grams": -1}]}, "/variants/0/weight_grams"),
        ({"variants": [{"sku": "X", "prices": [{"amount": "1.5", "currency": "JPY"}]}]}, "/variants/0/prices/0"),
        ({"variants": [{"sku": "X", "prices": [{"amount": "-1.00", "currency": "EUR"}]}]}, "/price"),
        ({"handle": "other"}, "/handle"),
    ],
)
def test_it_names_the_place_that_is_wrong(api, db, change, pointer):
    refused = api.put("/products/hat", {"title": "Hat", **change})
    assert refused.status_code == 422
    assert [error["pointer"] for error in refused.json["errors"]] == [pointer]
    assert db.value("select count(*) from catalog.products") == 0


def test_it_takes_no_sku_from_another_product(api, shirt):
    refused = api.put("/products/hat", {"title": "Hat", "variants": SHIRT["variants"]})
    assert (refused.status_code, refused.json["code"]) == (409, "OM102")


@pytest.mark.parametrize("handle", ["Shirt", "a_b", "-a", "a" * 101, "%00", "a%20b"])
def test_it_makes_only_handles_that_fit_in_an_address(api, handle):
    assert api.put(f"/products/{handle}", SHIRT).status_code == 422
    assert api.get(f"/products/{handle}").status_code == 404


def test_it_lists_the_oldest_change_first(api, db):
    for sku in ("A", "B", "C"):
        later(minutes=1)
        factories.product(sku)
    first = api.get("/products?limit=2").json
    rest = api.get(f"/products?limit=2&cursor={first['next_cursor']}").json
    assert [product["handle"] for product in first["data"] + rest["data"]] == ["a", "b", "c"]
    assert rest["has_more"] is False


def test_it_filters(api, db):
    factories.product("A")
    later(minutes=1)
    factories.product("B")
    first = db.value("select updated_at from catalog.products where handle = 'a'")
    since = api.get(f"/products?updated_after={first.isoformat()}").json["data"]
    assert [product["handle"] for product in since] == ["b"]
    assert [product["handle"] for product in api.get("/products?sku=A").json["data"]] == ["a"]
    assert api.get("/products?sku=X").json["data"] == []


def test_it_makes_a_kit_and_says_how_many_are_available(api, shirt):
    factories.stock("SHIRT-M", factories.location("LEIPZIG"), 5)
    made = api.put("/products/outfit", KIT)
    assert made.json["variants"][0]["components"] == [{"sku": "SHIRT-M", "quantity": 2}]
    (kit,) = api.get("/stock/kits").json["data"]
    assert kit == {"sku": "OUTFIT", "available": 2, "locations": [{"location": "LEIPZIG", "available": 2}]}
    assert api.get("/stock/kits?sku=SHIRT-M").json["data"] == []


def test_it_keeps_what_a_kit_is_made_of_unless_told(api, shirt):
    made = api.put("/products/outfit", KIT)
    untold = {"title": "Outfit", "variants": [{"sku": "OUTFIT"}]}
    kept = api.put("/products/outfit", untold, If_Match=made.headers["ETag"])
    assert kept.json["variants"][0]["components"] == [{"sku": "SHIRT-M", "quantity": 2}]
    untold["variants"][0]["components"] = []
    dissolved = api.put("/products/outfit", untold, If_Match=kept.headers["ETag"])
    assert dissolved.json["variants"][0]["components"] == []


def test_it_refuses_a_kit_of_what_is_not_there(api, shirt):
    nothing = {"title": "Outfit", "variants": [{"sku": "OUTFIT", "components": [{"sku": "NOTHING", "quantity": 1}]}]}
    refused = api.put("/products/outfit", nothing)
    assert (refused.status_code, refused.json["code"]) == (422, "OM150")
