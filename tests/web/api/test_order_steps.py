"""Orders kept back, routed again and taken up again through the API."""

from typing import Any

import pytest

from tests.support import factories
from tests.support.routing import profile

UNKNOWN = f"/orders/ord_{'0' * 32}"


@pytest.fixture
def order(api: Any, db: Any) -> Any:
    factories.place_order(lines=[factories.line(factories.stocked(factories.location("HERE"), 5, "MUG"), 2)])
    return api.get("/orders").json["data"][0]


def path(order: Any, rest: str) -> str:
    return f"/orders/{order['id']}/{rest}"


def test_it_is_kept_back_and_let_go(api: Any, order: Any) -> None:
    held = api.post(path(order, "holds"), {"reason": "address", "note": "No house number"})
    assert (held.status_code, held.json["is_on_hold"]) == (200, True)
    (hold,) = api.get(path(order, "holds")).json["data"]
    assert (hold["reason"], hold["note"], hold["placed_by"]) == ("address", "No house number", "Shop")
    assert api.delete(path(order, "holds/address")).json["is_on_hold"] is False
    refused = api.delete(path(order, "holds/address"))
    assert (refused.status_code, refused.json["code"]) == (409, "OM304")


def test_what_keeps_it_back_is_one_of_the_reasons(api: Any, order: Any) -> None:
    refused = api.post(path(order, "holds"), {"reason": "bored"})
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/reason")


def test_it_is_routed_again(api: Any) -> None:
    place, sku = factories.location(), factories.product().sku
    factories.place_order(lines=[factories.line(sku, 3)])
    (order,) = api.get("/orders").json["data"]
    assert api.post(path(order, "routing")).json["waiting"] == 3
    factories.stock(sku, place, 2)
    assert api.post(path(order, "routing")).json == {"id": order["id"], "number": order["number"], "waiting": 1}


def test_it_is_routed_by_another_profile(api: Any, order: Any) -> None:
    there = factories.store("THERE")
    factories.stock("MUG", there, 5)
    profile("Stores first", kinds=["store"])
    assert api.post(path(order, "routing/profile"), {"profile": "Stores first"}).json["waiting"] == 0
    assert api.get("/fulfillment-orders?status=released").json["data"][0]["location"] == "THERE"
    unknown = api.post(path(order, "routing/profile"), {"profile": "No such"})
    assert (unknown.status_code, unknown.json["errors"][0]["pointer"]) == (422, "/profile")


def test_it_is_canceled_and_taken_up_again(api: Any, order: Any) -> None:
    refused = api.post(path(order, "reopening"), {"reason": "By mistake"})
    assert (refused.status_code, refused.json["code"]) == (409, "OM320")
    api.post(path(order, "cancellation"), {"reason": "By mistake"})
    assert api.post(path(order, "routing")).json["code"] == "OM303"
    refused = api.post(path(order, "reopening"), {"reason": "By mistake", "version": order["version"]})
    assert (refused.status_code, refused.json["code"]) == (409, "OM409")
    assert api.post(path(order, "reopening"), {"reason": ""}).json["errors"][0]["pointer"] == "/reason"
    assert api.post(path(order, "reopening"), {"reason": "By mistake"}).json["state"] == "placed"


@pytest.mark.parametrize(
    ("step", "body"),
    [
        ("holds", {"reason": "manual"}),
        ("routing", None),
        ("routing/profile", {"profile": "Stores first"}),
        ("reopening", {"reason": "x"}),
    ],
)
def test_it_does_nothing_with_what_the_token_does_not_see(
    api: Any, connect: Any, db: Any, order: Any, step: str, body: Any
) -> None:
    assert api.post(f"{UNKNOWN}/{step}", body).status_code == 404
    elsewhere = connect(locations=[factories.location()])
    assert elsewhere.post(path(order, step), body).status_code in {403, 404}
    assert elsewhere.get(path(order, "holds")).status_code == 404
    assert elsewhere.delete(path(order, "holds/manual")).status_code == 404
    assert db.value("select version from orders.orders") == order["version"]
