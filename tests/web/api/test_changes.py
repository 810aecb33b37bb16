"""Changes of placed orders through the API, and the versions that they leave."""

from typing import Any

import pytest

from tests.support import factories

ADDRESS = {"name": "Dora", "line1": "Nebenstr. 2", "postal_code": "10117", "city": "Berlin", "country_code": "DE"}


@pytest.fixture
def here(db: Any) -> int:
    place = factories.location("HERE")
    factories.stocked(place, 5, "BOWL")
    factories.stocked(place, 5, "MUG")
    return place


@pytest.fixture
def order(api: Any, here: int) -> Any:
    factories.place_order(lines=[factories.line("MUG", 2)])
    return api.get("/orders").json["data"][0]


def changes(order: Any) -> str:
    return f"/orders/{order['id']}/changes"


MORE = {"lines": [{"position": 1, "quantity": 1}], "add": [{"sku": "BOWL", "quantity": 2}], "reason": "Called"}


def test_a_change_is_worked_out_and_confirmed(api: Any, db: Any, order: Any) -> None:
    made = api.post(changes(order), {**MORE, "version": order["version"]})
    assert made.status_code == 201
    change = made.json
    assert made.location == change["href"]
    assert (change["state"], change["version"]) == ("draft", order["version"])
    assert (change["cancel"], [line["sku"] for line in change["add"]]) == ([{"position": 1, "quantity": 1}], ["BOWL"])
    assert (change["difference"]["amount"], change["after"]["outstanding"]["amount"]) == ("10.00", "10.00")
    assert change["held"] == [{"sku": "BOWL", "location": "HERE", "quantity": 2}]
    assert db.value("select version from orders.orders") == order["version"]
    path = f"{changes(order)}/{change['id']}"
    assert api.get(path).json == change

    done = api.post(f"{path}/confirmation", {"version": change["version"]})
    assert (done.status_code, done.json["total"]["amount"]) == (200, "40.00")
    assert (api.get(path).json["state"], api.get(path).json["held"]) == ("confirmed", [])
    again = api.post(f"{path}/confirmation", {})
    assert (again.status_code, again.json["code"]) == (409, "OM409")
    latest, first = api.get(f"/orders/{order['id']}/versions").json["data"]
    assert (first["what"], latest["what"], latest["reason"]) == ("placed", "edited", "Called")
    assert [line["canceled"] for line in latest["lines"]] == [1, 0]
    assert (first["sums"]["owed"]["amount"], latest["sums"]["owed"]["amount"]) == ("20.00", "30.00")


def test_what_is_kept_of_an_answer_names_nobody(api: Any, order: Any) -> None:
    made = api.post(changes(order), {"ship_to": ADDRESS})
    change = made.json
    assert change["has_new_address"] is True
    assert "Nebenstr" not in made.text
    api.post(f"{changes(order)}/{change['id']}/confirmation", {})
    assert api.get(f"/orders/{order['id']}").json["ship_to"]["line1"] == "Nebenstr. 2"


def test_it_goes_another_way(api: Any, order: Any) -> None:
    store = factories.store("STORE")
    factories.stock("MUG", store, 2)
    change = api.post(changes(order), {"delivery": {"method": "pickup", "location": "STORE"}}).json
    assert change["delivery"] == {"method": "pickup", "location": "STORE"}


def test_a_discarded_change_lets_go_what_it_held(api: Any, db: Any, order: Any) -> None:
    change = api.post(changes(order), MORE).json
    path = f"{changes(order)}/{change['id']}"
    assert api.delete(path).json["state"] == "discarded"
    assert db.value("select sum(held) from inventory.levels") == 0
    refused = api.delete(path)
    assert (refused.status_code, refused.json["code"]) == (409, "OM319")


def test_a_new_change_takes_the_place_of_the_one_that_waits(api: Any, order: Any) -> None:
    for _ in range(2):
        api.post(changes(order), MORE)
    page = api.get(f"{changes(order)}?limit=1").json
    assert ([change["state"] for change in page["data"]], page["has_more"]) == (["discarded"], True)
    (latest,) = api.get(f"{changes(order)}?cursor={page['next_cursor']}").json["data"]
    assert latest["state"] == "draft"


@pytest.mark.parametrize(
    ("given", "status", "code", "pointer"),
    [
        ({}, 422, "OM312", None),
        ({"lines": [{"position": 9, "quantity": 1}]}, 422, "invalid", "/lines/0/position"),
        ({"lines": [{"position": 1, "quantity": 1}, {"position": 1, "quantity": 3}]}, 422, "invalid", ""),
        ({"lines": [{"position": 1, "quantity": -1}]}, 422, "invalid", "/lines/0/quantity"),
        ({"lines": [{"position": 1, "quantity": 0}]}, 409, "OM318", None),
        ({"add": [{"sku": "NO-SUCH", "quantity": 1}]}, 422, "invalid", "/add/0/sku"),
        ({"add": [{"sku": "BOWL", "quantity": 9}]}, 409, "OM101", "/quantity"),
        (
            {"add": [{"sku": "BOWL", "quantity": 1, "unit_price": {"amount": "1", "currency": "USD"}}]},
            422,
            "invalid",
            "/add/0/unit_price/currency",
        ),
        ({"ship_to": {**ADDRESS, "country_code": "FR"}}, 422, "OM317", None),
        ({"delivery": {"method": "pickup", "location": "NOWHERE"}}, 422, "invalid", "/delivery/location"),
        ({**MORE, "version": 99}, 409, "OM409", None),
        ({**MORE, "minutes": 0}, 422, "invalid", "/minutes"),
    ],
)
def test_it_refuses_what_cannot_be(
    api: Any, db: Any, order: Any, given: Any, status: int, code: str, pointer: str | None
) -> None:
    refused = api.post(changes(order), given)
    assert (refused.status_code, refused.json["code"]) == (status, code)
    assert [error.get("pointer") for error in refused.json.get("errors", [])] == [] if pointer is None else [pointer]
    assert db.value("select count(*) from orders.changes") == 0


def test_it_confirms_nothing_that_was_changed_meanwhile(api: Any, order: Any) -> None:
    change = api.post(changes(order), MORE).json
    api.post(f"/orders/{order['id']}/holds", {"reason": "manual"})
    refused = api.post(f"{changes(order)}/{change['id']}/confirmation", {})
    assert (refused.status_code, refused.json["code"]) == (409, "OM409")


def test_it_knows_only_changes_of_this_order(api: Any, order: Any) -> None:
    change = api.post(changes(order), MORE).json
    factories.place_order(lines=[factories.line("MUG")])
    other = next(each for each in api.get("/orders").json["data"] if each["id"] != order["id"])
    for path in (f"{changes(other)}/{change['id']}", f"{changes(order)}/0", f"/orders/ord_{'0' * 32}/changes"):
        assert api.get(path).status_code == 404
    assert api.delete(f"{changes(other)}/{change['id']}").status_code == 404
    assert api.post(f"{changes(other)}/{change['id']}/confirmation", {}).status_code == 404


def test_it_is_not_for_tokens_of_some_locations(connect: Any, here: int, order: Any) -> None:
    refused = connect(locations=[here]).post(changes(order), MORE)
    assert (refused.status_code, refused.json["code"]) == (403, "confined")
    elsewhere = connect(locations=[factories.location()])
    for path in (changes(order), f"/orders/{order['id']}/versions"):
        assert elsewhere.get(path).status_code == 404
