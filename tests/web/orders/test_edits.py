"""Editing a placed order: written, looked at, confirmed; and the versions it leaves."""

import re
from typing import Any

import pytest

from oms.db import call, value
from tests.support.factories import line, order_row, place_order, ship, stocked, works


@pytest.fixture
def placed(house: Any) -> Any:
    stocked(house.berlin, 5, "BOWL")
    return place_order(lines=[line(house.sku, 2)])


def fields(html: str) -> dict[str, str]:
    """What the form has, as it has it."""
    return {
        found[1]: found[2]
        for found in re.finditer(r'<input[^>]* name="([^"]+)"[^>]*? value="([^"]*)"', html.replace("\n", " "))
        if found[1] != "csrf_token"
    } | {"method": "ship"}


def written(alice: Any, placed: Any, **more: str) -> Any:
    form = fields(alice.get(f"/orders/{placed.number}/edits/new").text)
    return alice.post(f"/orders/{placed.number}/edits", data=form | more)


def test_it_is_worked_out_then_confirmed(alice: Any, placed: Any) -> None:
    answer = written(
        alice, placed, **{"lines-0-quantity": "1", "added-0-sku": "BOWL", "added-0-quantity": "2", "reason": "Called"}
    )
    assert answer.status_code == 303
    page = alice.get(answer.location).text
    for told in ("Product BOWL", "€30.00", "Still to pay", "What is added is held until", "Called"):
        assert told in page, told
    assert order_row(placed.id).version == placed.version
    assert "A change waits for a decision" in alice.get(f"/orders/{placed.number}").text

    sent = dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', page))
    done = alice.post(f"{answer.location}/confirmation", data=sent)
    assert done.status_code == 303
    page = alice.get(done.location).text
    for told in ("Order changed: +2 × Product BOWL", "Versions"):
        assert told in page, told
    assert order_row(placed.id).total_minor == 4000
    versions = alice.get(f"/orders/{placed.number}/versions").text
    for told in ("Version 2: Changed", "Product BOWL: 0 before, 2 now", "As it was placed", "Alice Adams", "Called"):
        assert told in versions, told


def test_what_is_as_it_was_is_no_change(alice: Any, placed: Any) -> None:
    answer = written(alice, placed)
    assert answer.status_code == 422
    assert "nothing would change" in answer.text


def test_a_new_address_alone_is_a_change(alice: Any, placed: Any) -> None:
    answer = written(alice, placed, line1="Neue Str. 5")
    page = alice.get(answer.location)
    assert "Neue Str. 5" in page.text
    alice.post(f"{answer.location}/confirmation", data={"version": placed.version})
    assert value("select count(*) from customers.addresses where line1 = 'Neue Str. 5'") == 1
    assert "Another address" in alice.get(f"/orders/{placed.number}/versions").text


def test_it_is_discarded(alice: Any, placed: Any) -> None:
    answer = written(alice, placed, **{"lines-0-quantity": "4"})
    assert alice.post(f"{answer.location}/disposal").status_code == 303
    assert value("select sum(held) from inventory.levels") == 0
    assert "Discarded" in alice.get(answer.location).text
    assert alice.post(f"{answer.location}/disposal").status_code == 409


def test_it_says_what_is_refused(alice: Any, placed: Any) -> None:
    answer = written(alice, placed, **{"added-0-sku": "NONE"})
    assert answer.status_code == 422
    assert "There is no SKU NONE" in answer.text
    answer = written(alice, placed, **{"added-0-sku": "BOWL", "added-0-quantity": "6"})
    assert "Not enough stock of BOWL" in answer.text


def test_it_tells_what_happened_meanwhile_and_changes_nothing(alice: Any, placed: Any) -> None:
    answer = written(alice, placed, **{"lines-0-quantity": "4"})
    sent = dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', alice.get(answer.location).text))
    ship(works(placed.id)[0].id)
    told = alice.post(f"{answer.location}/confirmation", data=sent)
    assert told.status_code == 409
    assert "This order changed while you were looking" in told.text
    assert order_row(placed.id).total_minor == 2000


def test_an_order_without_changes_has_no_versions(alice: Any, bob: Any, placed: Any) -> None:
    assert "as it was placed" in alice.get(f"/orders/{placed.number}/versions").text
    assert bob.get(f"/orders/{placed.number}/versions").status_code == 200


def test_it_is_not_for_those_at_the_locations(bob: Any, placed: Any) -> None:
    assert bob.get(f"/orders/{placed.number}/edits/new").status_code == 403
    assert bob.post(f"/orders/{placed.number}/edits").status_code == 403


def test_a_change_of_another_order_is_not_found(alice: Any, placed: Any) -> None:
    other = place_order()
    given = {
        "lines": [{"line_id": value("select max(id) from orders.lines"), "quantity": 0}],
        "add": [{"sku": "BOWL", "quantity": 1}],
    }
    change_id = call("orders.propose_change", p_order_id=other.id, p_given=given)
    assert alice.get(f"/orders/{placed.number}/edits/{change_id}").status_code == 404
