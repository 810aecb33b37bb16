"""What a supplier asks for a unit, on screen."""

from typing import Any

from tests.support.factories import location, product


def test_a_cost_is_set_and_a_mistake_is_told(db: Any, log_in: Any) -> None:
    location("MILL", kind="supplier")
    product("MUG")
    client = log_in("manager")
    address = "/settings/locations/MILL/costs"
    assert address in client.get("/settings/locations/MILL").text
    client.post(address, data={"sku": "MUG", "cost_minor": "3.80"})
    assert "€3.80" in client.get(address).text
    wrong = client.post(address, data={"sku": "BOWL", "cost_minor": "3.80"})
    assert wrong.status_code == 422
    assert "There is no SKU BOWL." in wrong.text
