"""orders.propose_change: worked out and held, and nothing of it made."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import line, location, order_row, place_order, product, ship, stocked, store, works


@pytest.fixture
def placed(db: Any) -> Any:
    at = location()
    stocked(at, 5, "BOWL")
    return place_order(lines=[line(stocked(at, 10, "MUG"), 3)])


def propose(order_id: int, **given: Any) -> int:
    return int(call("orders.propose_change", p_order_id=order_id, p_given=given))


def mugs(quantity: int) -> list[dict[str, int]]:
    return [{"line_id": value("select min(id) from orders.lines"), "quantity": quantity}]


def change(change_id: int) -> Any:
    return row("select * from orders.changes where id = :id", id=change_id)


def test_it_tells_the_difference_holds_what_is_added_and_makes_nothing(placed: Any, assert_consistent: Any) -> None:
    made = change(propose(placed.id, lines=mugs(2), add=[{"sku": "BOWL", "quantity": 2}]))
    assert (made.state, made.version) == ("draft", placed.version)
    assert (made.money_before["owed_minor"], made.money_after["owed_minor"]) == (3000, 4000)
    assert made.money_after["outstanding_minor"] == 1000
    assert order_row(placed.id).version == placed.version
    assert value("select sum(held) from inventory.levels") == 2
    assert value("select count(*) from orders.lines") == 1
    told = row("select subject_id, data from history.events where type = 'order.change_proposed'")
    assert told == (placed.id, {"change_id": made.id, "reason": ""})
    assert_consistent()


def test_as_many_as_before_is_no_change_of_the_line(placed: Any) -> None:
    made = change(propose(placed.id, lines=mugs(3), add=[{"sku": "BOWL", "quantity": 1}]))
    assert made.wanted["cancel"] == []
    assert [added["sku"] for added in made.wanted["add"]] == ["BOWL"]


def test_lines_are_added_in_the_order_they_were_given_in(placed: Any) -> None:
    for sku in "ABCDE":
        stocked(placed.location_ids[0], 1, sku)
    made = change(propose(placed.id, add=[{"sku": sku, "quantity": 1} for sku in "EBADC"]))
    assert [added["sku"] for added in made.wanted["add"]] == list("EBADC")


def test_more_of_a_line_is_at_its_price_with_the_taxes_of_its_country(placed: Any) -> None:
    made = change(propose(placed.id, lines=mugs(5)))
    (added,) = made.wanted["add"]
    assert (added["sku"], added["quantity"], added["unit_price_minor"]) == ("MUG", 2, 1000)
    assert [(tax["rate"], tax["amount_minor"]) for tax in added["taxes"]] == [(0.19, 319)]


def test_a_new_draft_takes_the_place_of_the_old_one(placed: Any) -> None:
    first = propose(placed.id, add=[{"sku": "BOWL", "quantity": 5}])
    second = propose(placed.id, add=[{"sku": "BOWL", "quantity": 4}])
    assert (change(first).state, change(second).state) == ("discarded", "draft")
    assert value("select sum(held) from inventory.levels") == 4


def test_it_refuses_what_stock_does_not_cover(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        propose(placed.id, add=[{"sku": "BOWL", "quantity": 6}])
    assert refused.value.code == "OM101"


def test_it_refuses_fewer_than_have_left(db: Any) -> None:
    here, there = location(), location()
    sku = stocked(here, 2)
    call("inventory.receive", p_variant_id=value("select id from catalog.variants"), p_location_id=there, p_quantity=2)
    placed = place_order(lines=[line(sku, 4)])
    ship(works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        propose(placed.id, lines=mugs(1))
    assert (refused.value.code, refused.value.detail["shipped"]) == ("OM314", 2)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "OM312"),
        ({"add": [{"sku": "NONE", "quantity": 1}]}, "OM302"),
        ({"add": [{"sku": "FREE", "quantity": 1}]}, "OM315"),
        ({"ship_to": {"name": "Dora", "country_code": "FR"}}, "OM317"),
        ({"delivery": {"method": "pickup"}}, "requests_pickup_has_location"),
    ],
)
def test_it_says_what_is_wrong(placed: Any, given: Any, code: str) -> None:
    product("FREE", prices={})
    with pytest.raises(DomainError) as refused:
        propose(placed.id, **given)
    assert refused.value.code == code


def test_it_refuses_to_leave_nothing(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        propose(placed.id, lines=mugs(0))
    assert refused.value.code == "OM318"


def test_it_refuses_another_way_of_delivery_once_somebody_has_begun(placed: Any) -> None:
    at = store()
    call("fulfillment.accept", p_order_id=works(placed.id)[0].id)
    with pytest.raises(DomainError) as refused:
        propose(placed.id, delivery={"method": "pickup", "location_id": at})
    assert refused.value.code == "OM316"


def test_it_refuses_what_the_person_did_not_see_and_what_is_over(placed: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("orders.propose_change", p_order_id=placed.id, p_given={}, p_version=placed.version - 1)
    assert refused.value.code == "OM409"
    call("orders.cancel", p_order_id=placed.id, p_reason="test")
    with pytest.raises(DomainError) as refused:
        propose(placed.id, add=[{"sku": "BOWL", "quantity": 1}])
    assert refused.value.code == "OM303"
