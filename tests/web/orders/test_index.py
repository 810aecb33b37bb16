"""The list of orders."""

from typing import Any

from tests.support.factories import place_order


def test_it_lists_orders(log_in: Any, db: Any) -> None:
    placed = place_order()
    response = log_in("manager").get("/orders")
    assert response.status_code == 200
    assert placed.number in response.text
    show = log_in("manager").get(f"/orders/{placed.number}")
    assert show.status_code == 200
