"""Route with another profile, from the page of an order."""

from typing import Any

from oms.db import call, row
from tests.support.factories import line, location, place_order, stock, stocked, store, works
from tests.support.routing import profile


def test_another_profile_is_chosen_for_one_order(log_in: Any) -> None:
    sku = stocked(location())
    stock(sku, store(latitude=48.1, longitude=11.6))
    order = place_order(lines=[line(sku)])
    stores = profile("Stores first", kinds=["store"])
    client = log_in("service", name="Carla")
    question = f"/orders/{order.number}/routing/profile"
    assert question in client.get(f"/orders/{order.number}").text
    assert "Stores first" in client.get(question, htmx=True).text
    client.post(question, data={"profile": str(stores)})
    assert [work.state for work in works(order.id)] == ["canceled", "released"]
    assert row("select chosen_by from routing.request_profiles") == ("Carla",)
    told = client.get(f"/orders/{order.number}").text
    assert "From now on routed by the profile “Stores first”" in told


def test_an_archived_profile_is_none_to_choose(log_in: Any) -> None:
    order = place_order()
    careful = profile()
    call("routing.archive_profile", p_profile_id=careful)
    client = log_in("service")
    answer = client.post(f"/orders/{order.number}/routing/profile", data={"profile": str(careful)})
    assert answer.status_code == 422
