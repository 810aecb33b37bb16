"""The ledger of stock, what stood in stock, and pools, through the API."""

from typing import Any

import pytest

from tests.support import factories


@pytest.fixture
def here(db: Any) -> int:
    place = factories.location("HERE")
    factories.stocked(place, 5, "MUG")
    factories.stocked(place, 7, "BOWL")
    return place


def test_it_lists_movements_in_pages(api: Any, connect: Any, here: int) -> None:
    factories.stock("MUG", here, 2)
    page = api.get("/stock/movements?sku=MUG&location=HERE&limit=1").json
    (first,) = page["data"]
    assert (first["sequence"], first["kind"], first["quantity"], first["on_hand_after"]) == (1, "received", 5, 5)
    (second,) = api.get(f"/stock/movements?sku=MUG&cursor={page['next_cursor']}").json["data"]
    assert (second["sequence"], second["on_hand_after"]) == (2, 7)
    assert len(api.get("/stock/movements").json["data"]) == 3
    assert connect(locations=[factories.location()]).get("/stock/movements").json["data"] == []
    assert api.get("/stock/movements?since=today").status_code == 422


def test_it_says_what_stood_there_when_an_order_was_taken(api: Any, connect: Any, db: Any, here: int) -> None:
    db.value("select set_config('oms.now', cast(db.now() + interval '1 hour' as text), true)")
    placed = factories.place_order(lines=[factories.line("MUG", 2)])
    path = f"/orders/ord_{placed.uid.hex}/stock"
    factories.stock("MUG", here, 9)
    told = api.get(path).json
    assert [(level["sku"], level["location"], level["available"]) for level in told["data"]] == [("MUG", "HERE", 5)]
    assert connect(locations=[factories.location()]).get(path).status_code == 404
    assert api.get(f"/orders/ord_{'0' * 32}/stock").status_code == 404


def test_a_sku_is_sold_from_pools_and_no_longer(api: Any, here: int) -> None:
    for _ in range(2):
        assert api.put("/stock/pools", {"sku": "MUG", "pooled": True}).json == {"sku": "MUG", "pooled": True}
    assert api.get("/stock/pools").json["data"] == [{"sku": "MUG", "pooled": True}]
    assert api.put("/stock/pools", {"sku": "MUG", "pooled": False}).json["pooled"] is False
    assert api.get("/stock/pools").json["data"] == []


def test_it_pools_nothing_that_cannot_be(api: Any, connect: Any, here: int) -> None:
    assert api.put("/stock/pools", {"sku": "NO-SUCH", "pooled": True}).json["errors"][0]["pointer"] == "/sku"
    assert api.put("/stock/pools", {"sku": factories.tracked().sku, "pooled": True}).json["code"] == "OM126"
    assert api.put("/stock/pools", {"sku": factories.kit({"MUG": 2}).sku, "pooled": True}).json["code"] == "OM132"
    refused = connect(locations=[here]).put("/stock/pools", {"sku": "MUG", "pooled": True})
    assert (refused.status_code, refused.json["code"]) == (403, "confined")
