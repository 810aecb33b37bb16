"""Holds of one order."""

from typing import Any

import pytest

from oms.db import value
from tests.support.factories import line, order_row, place_order, works


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(lines=[line(house.sku)])


def test_it_asks_why_and_puts_the_order_on_hold(alice: Any, placed: Any) -> None:
    assert "No location gets the order" in alice.get(f"/orders/{placed.number}/holds/new").text
    answer = alice.post(f"/orders/{placed.number}/holds", data={"reason": "fraud", "note": "two cards"})
    assert (answer.status_code, answer.location) == (303, f"/orders/{placed.number}")
    page = alice.get(answer.location).text
    assert "On hold: Suspected fraud" in page
    assert "two cards" in page
    assert "Alice Adams" in page
    assert works(placed.id)[0].state == "planned"


def test_it_opens_as_a_dialog_and_sends_on(alice: Any, placed: Any) -> None:
    dialog = alice.get(f"/orders/{placed.number}/holds/new", htmx=True)
    assert dialog.text.lstrip().startswith("<dialog")
    answer = alice.post(f"/orders/{placed.number}/holds", data={"reason": "fraud"}, htmx=True)
    assert answer.headers["HX-Redirect"] == f"/orders/{placed.number}"


def test_it_says_what_is_wrong_beside_the_field(alice: Any, placed: Any) -> None:
    answer = alice.post(f"/orders/{placed.number}/holds", data={"reason": "mood", "note": "kept"})
    assert answer.status_code == 422
    assert 'aria-describedby="reason-mistake"' in answer.text
    assert "kept" in answer.text
    assert not order_row(placed.id).is_on_hold


def test_it_takes_a_hold_off_again(alice: Any, house: Any) -> None:
    placed = place_order(lines=[line(house.sku)], holds=[{"reason": "fraud"}, {"reason": "address"}])
    alice.post(f"/orders/{placed.number}/releases", data={"reason": "fraud"})
    assert value("select array_agg(reason) from orders.holds where released_at is null") == ["address"]
    alice.post(f"/orders/{placed.number}/releases")
    assert not order_row(placed.id).is_on_hold
    assert works(placed.id)[0].state == "released"


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, client: Any, placed: Any) -> None:
    for path in ("holds", "releases"):
        assert bob.post(f"/orders/{placed.number}/{path}", data={"reason": "fraud"}).status_code == 403
        assert charlie.post(f"/orders/{placed.number}/{path}", data={"reason": "fraud"}).status_code == 403
        assert client.post(f"/orders/{placed.number}/{path}", data={"reason": "fraud"}).status_code == 303
    assert value("select count(*) from orders.holds") == 0


def test_it_changes_nothing_by_looking(alice: Any, placed: Any) -> None:
    assert alice.get(f"/orders/{placed.number}/releases").status_code == 405
    assert alice.post(f"/orders/{placed.number}/holds", data={"reason": "fraud"}, csrf=False).status_code == 400
    assert not order_row(placed.id).is_on_hold


def test_it_refuses_what_is_over(alice: Any, placed: Any) -> None:
    alice.post(
        f"/orders/{placed.number}/cancellation", data={"reason": "mistake", "version": order_row(placed.id).version}
    )
    answer = alice.post(f"/orders/{placed.number}/holds", data={"reason": "fraud"})
    assert answer.status_code == 422
    assert "already done or canceled" in answer.text
