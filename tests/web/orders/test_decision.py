"""The page of a decision: why here, why not there, and what would have to change."""

from typing import Any

from oms.db import value
from tests.support.factories import line, location, place_order, stock


def address(order: Any) -> str:
    decided = value("select max(id) from routing.decisions where request_id = :id", id=order.request_id)
    return f"/orders/{order.number}/routing/{decided}"


def test_it_answers_why_and_what_would_have_to_change(alice: Any, house: Any) -> None:
    stock("MUG-BLUE", location("MUNICH", name="Munich warehouse", latitude=48.1, longitude=11.5), 1)
    stock("MUG-BLUE", house.leipzig, 9)
    page = alice.get(address(place_order(lines=[line("MUG-BLUE", 3)]))).text
    for told in (
        *("Berlin warehouse", "€4.99", "OMS Post, Domestic", "What it costs", "Standard, version 1"),
        *("it has only 1 of the 3 units", "if it had 2 × MUG-BLUE more", "Not considered: it doesn&#39;t ship."),
        "the same, to the byte",
    ):
        assert told in page, told


def test_it_names_the_locations_that_have_nothing(alice: Any, house: Any) -> None:
    assert "No stock: Leipzig store." in alice.get(address(place_order(lines=[line("MUG-BLUE")]))).text


def test_those_at_a_location_read_of_theirs_only(bob: Any, charlie: Any, house: Any) -> None:
    stock("MUG-BLUE", location("MUNICH", name="Munich warehouse", latitude=48.1, longitude=11.5), 1)
    here = address(place_order(lines=[line("MUG-BLUE", 3)]))
    told = bob.get(here).text
    assert "Berlin warehouse" in told
    assert "Munich" not in told
    assert "Leipzig" not in told
    assert charlie.get(here).status_code == 404


def test_a_decision_is_found_with_its_order_only(alice: Any, house: Any) -> None:
    one, other = place_order(lines=[line("MUG-BLUE")]), place_order(lines=[line("MUG-BLUE")])
    assert alice.get(address(one).replace(one.number, other.number)).status_code == 404
