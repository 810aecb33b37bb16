"""A canceled order is taken up again, or sold once more."""

import re
from typing import Any

from oms.db import call
from tests.support.channels import channel
from tests.support.factories import line, order_row, place_order


def test_it_is_reopened_with_a_reason(alice: Any, house: Any) -> None:
    placed = place_order(lines=[line(house.sku, 2)])
    assert "Reopen order" not in alice.get(f"/orders/{placed.number}").text
    call("orders.cancel", p_order_id=placed.id, p_reason="mistake")
    assert "Reopen order" in alice.get(f"/orders/{placed.number}").text
    form = alice.get(f"/orders/{placed.number}/reopening/new").text
    sent = dict(re.findall(r'name="(version|seen)" type="hidden" value="(\d*)"', form))
    assert alice.post(f"/orders/{placed.number}/reopening", data=sent).status_code == 422
    answer = alice.post(f"/orders/{placed.number}/reopening", data=sent | {"reason": "Clicked wrong"})
    assert answer.status_code == 303
    assert order_row(placed.id).state == "placed"
    page = alice.get(answer.location).text
    for told in ("Order reopened", "Clicked wrong"):
        assert told in page, told


def test_it_says_why_not(alice: Any, house: Any) -> None:
    placed = place_order(lines=[line(house.sku, 2)])
    answer = alice.post(f"/orders/{placed.number}/reopening", data={"reason": "Why not"})
    assert answer.status_code == 422
    assert "nothing to reopen" in answer.text.replace("&#39;", "'")


def test_it_is_duplicated_at_todays_prices(alice: Any, house: Any) -> None:
    channel("phone", "phone")
    placed = place_order(lines=[line(house.sku, 2, unit_price_minor=700)])
    assert f"/orders/new?copy={placed.number}" in alice.get(f"/orders/{placed.number}").text
    page = alice.get(f"/orders/new?copy={placed.number}").text
    for told in ("Dora Buys", "Hauptstr. 1", house.sku, 'value="2"', "10.00"):
        assert told in page, told
    assert alice.get("/orders/new?copy=0").status_code == 404
