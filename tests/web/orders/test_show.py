"""The page of one order."""

import re
from typing import Any

import pytest

from oms.db import call
from tests.support.factories import line, location, place_order, place_pickup, ship, stock, stocked, store, works


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(
        lines=[line(house.sku, 2, taxes=[{"name": "VAT", "rate": "0.19", "amount_minor": 319}])],
        charges=[{"kind": "shipping", "title": "Parcel", "amount_minor": 490}],
        name="#77",
        note="Ring twice",
        tags=["gift"],
    )


def primary(html: str) -> str | None:
    """What the one marked button says."""
    found = re.search(r'<(?:a|button)[^>]*class="button primary"[^>]*>(?:<svg.*?</svg>)?([^<]*)<', html, re.DOTALL)
    return found and found[1].strip()


def test_it_tells_everything(alice: Any, placed: Any) -> None:
    answer = alice.get(f"/orders/{placed.number}")
    assert answer.status_code == 200
    for told in (
        *("#77", "Paid", "In progress", "Berlin warehouse", f"{placed.number}-1", "MUG-BLUE", "0 of 2"),
        *("Parcel", "€4.90", "€24.90", "of which VAT 19%", "dora@example.com", "Hauptstr. 1", "Ring twice", "gift"),
        *("Order placed on web for €24.90", "Released to the locations", "Chosen: it has everything, 252 km away."),
        *("What would have to change, and what it costs", "arrives by "),
    ):
        assert told in answer.text, told
    assert "&lt;time" not in answer.text


def test_it_is_there_for_those_who_work_on_it_only(bob: Any, charlie: Any, client: Any, placed: Any) -> None:
    assert bob.get(f"/orders/{placed.number}").status_code == 200
    assert charlie.get(f"/orders/{placed.number}").status_code == 404
    assert charlie.get(f"/orders/{placed.number}/changes").status_code == 404
    assert client.get(f"/orders/{placed.number}").status_code == 303
    assert bob.get("/orders/0").status_code == 404


def test_it_shows_those_at_a_location_their_part(log_in: Any, house: Any) -> None:
    near, far = location("NEAR", name="Near place"), location("FAR", name="Far place", latitude=40, longitude=-3)
    placed = place_order(lines=[line(stocked(near), 1), line(stocked(far), 3)])
    answer = log_in("warehouse", locations=[near]).get(f"/orders/{placed.number}")
    assert "At other locations" in answer.text
    assert "Near place" in answer.text
    assert "Far place" not in answer.text


def test_it_offers_what_comes_next(alice: Any, house: Any) -> None:
    unpaid = place_order(lines=[line(house.sku)], payments=[])
    held = place_order(lines=[line(house.sku)], holds=[{"reason": "fraud"}])
    waiting = place_order(lines=[line(stocked(house.berlin, 0 + 1, sku="RARE"), 1)], payments=[], terms="invoice")
    call("fulfillment.reject", p_order_id=works(waiting.id)[0].id, p_reason="closed")
    canceled = place_order(lines=[line(house.sku)])
    call("orders.cancel", p_order_id=canceled.id, p_reason="mistake")
    under_way = place_order(lines=[line(house.sku)])
    unpaid_invoice = place_order(lines=[line(house.sku)], payments=[], terms="invoice")
    ship(works(unpaid_invoice.id)[0].id)
    done = place_order(lines=[line(house.sku)])
    ship(works(done.id)[0].id)
    found = {
        placed.number: primary(alice.get(f"/orders/{placed.number}").text)
        for placed in (unpaid, held, waiting, canceled, under_way, unpaid_invoice, done)
    }
    assert found == {
        unpaid.number: "Record payment",
        held.number: "Take off hold",
        waiting.number: "Look for stock again",
        canceled.number: "Record refund",
        under_way.number: "Open pick list",
        unpaid_invoice.number: "Record payment",
        done.number: None,
    }


def test_it_offers_those_at_a_location_their_work_alone(bob: Any, placed: Any) -> None:
    answer = bob.get(f"/orders/{placed.number}")
    assert primary(answer.text) == "Open pick list"
    for other in ("Put on hold", "Cancel order", "Add note"):
        assert other not in answer.text


def test_it_leads_to_the_orders_beside_it_in_the_same_list(alice: Any, house: Any) -> None:
    first = place_order(lines=[line(house.sku)], payments=[])
    place_order(lines=[line(house.sku)])
    last = place_order(lines=[line(house.sku)], payments=[])
    page = alice.get(f"/orders/{last.number}?view=unpaid").text
    assert f'href="/orders/{first.number}?view=unpaid"' in page
    assert 'href="/orders?view=unpaid"' in page


def test_it_tells_why_a_part_waits_and_what_was_given_up(alice: Any, house: Any) -> None:
    other = location("MUNICH", name="Munich warehouse", latitude=48.1, longitude=11.5)
    placed = place_order(lines=[line(house.sku, 25)])
    stock(house.sku, other, 3)
    call("fulfillment.reject", p_order_id=works(placed.id)[0].id, p_reason="flooded")
    page = alice.get(f"/orders/{placed.number}").text
    for told in (
        *("Backordered", "Waiting for stock", "Given up", "flooded", "Berlin warehouse can&#39;t do it"),
        "Not considered again: it rejected this order before.",
        "Chosen for 3 units",
    ):
        assert told in page, told


def test_it_shows_tracking_and_pickup(alice: Any, house: Any) -> None:
    sent = place_order(lines=[line(house.sku)])
    ship(works(sent.id)[0].id, "JJD0099")
    page = alice.get(f"/orders/{sent.number}").text
    assert "JJD0099" in page
    assert "Announced to the carrier" in page
    collected = place_pickup(store("COLOGNE", name="Cologne store"))
    assert "Pickup at Cologne store" in alice.get(f"/orders/{collected.number}").text


def test_it_tells_what_happened_since_without_moving(alice: Any, placed: Any) -> None:
    page = alice.get(f"/orders/{placed.number}").text
    changes = re.search(r'hx-get="(/orders/\d+/changes[^"]*)"', page)
    assert changes
    assert "Something happened" not in alice.get(changes[1], htmx=True).text
    call("fulfillment.accept", p_order_id=works(placed.id)[0].id)
    assert "Accepted at Berlin warehouse" in alice.get(changes[1], htmx=True).text


def test_it_looks_for_stock_again(alice: Any, bob: Any, house: Any) -> None:
    placed = place_order(lines=[line(stocked(house.berlin, 1, sku="RARE"), 3)])
    stock("RARE", house.berlin, 1)
    assert bob.post(f"/orders/{placed.number}/routing").status_code == 403
    answer = alice.post(f"/orders/{placed.number}/routing", follow_redirects=True)
    assert "1 unit still waits for stock." in answer.text
    stock("RARE", house.berlin, 1)
    answer = alice.post(f"/orders/{placed.number}/routing", follow_redirects=True)
    assert "Everything has its location now." in answer.text
