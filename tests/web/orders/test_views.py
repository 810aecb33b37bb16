"""Saved views: the filters of the list under a name, beside the views that everybody has."""

import re
from html import unescape
from typing import Any

from oms.db import value
from tests.support.factories import place_order, store

FILTERED = "view=ship&payment=paid&q=dora"
IN_ORDER = "view=ship&q=dora&payment=paid"


def save(client: Any, **given: str) -> Any:
    return client.post(f"/orders/views/new?{FILTERED}", data={"name": "Known", **given})


def test_it_saves_the_filters_of_the_list(alice: Any) -> None:
    place_order()
    listed = unescape(alice.get(f"/orders?{FILTERED}").text)
    assert f'href="/orders/views/new?{IN_ORDER}"' in listed
    assert "Save this list as a view" in alice.get(f"/orders/views/new?{FILTERED}").text
    answer = save(alice)
    assert (answer.status_code, answer.location) == (303, "/orders?view=ship&q=dora&payment=paid")
    shown = unescape(alice.get(answer.location).text)
    assert '<a href="/orders?view=ship&q=dora&payment=paid" aria-current="page">Known' in shown
    assert shown.count('aria-current="page">') == 3  # the tab, and Orders in both menus
    assert "Change view" in shown


def test_it_is_one_s_own_until_it_is_the_team_s(alice: Any, log_in: Any) -> None:
    bob, store_staff = log_in("service"), log_in("store", locations=[store()])
    save(alice)
    address = re.search(r"/orders/views/\d+", alice.get(f"/orders?{FILTERED}").text)[0]
    for client in (bob, store_staff):
        assert ">Known" not in client.get("/orders").text
    assert bob.get(address).status_code == 404
    alice.post(address, data={"name": "Known by all", "is_shared": "y"})
    for client in (bob, store_staff):
        assert "Known by all" in client.get("/orders").text
    assert store_staff.post(f"{address}/deletion").status_code == 403
    assert bob.post(f"{address}/deletion").location == "/orders"
    assert value("select count(*) from orders.views") == 0


def test_it_says_what_is_wrong_beside_the_name(alice: Any) -> None:
    assert save(alice, name="").status_code == 422
    save(alice)
    twice = save(alice)
    assert (twice.status_code, "You have a view of that name already" in twice.text) == (422, True)
    unfiltered = alice.post("/orders/views/new", data={"name": "All of them"})
    assert (unfiltered.status_code, "Filter it first" in unfiltered.text) == (422, True)
