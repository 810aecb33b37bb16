"""The list: views, search, filters, pages; everybody sees their own."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from oms.db import call, now
from oms.orders import listing
from tests.support.factories import line, location, place_order, ship, stocked, works


def numbers(html: str) -> list[str]:
    """The orders on the page, from the top."""
    return re.findall(r'class="row-link" href="/orders/(\d+)', html)


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(
        lines=[line(house.sku)], name="#DE77", customer={"email": "dora@example.com", "name": "Dora Buys"}
    )


def test_it_lists_orders_with_the_newest_first(alice: Any, placed: Any) -> None:
    older = place_order(placed_at=(now() - timedelta(hours=3)).isoformat(), customer={"name": "Erin Earlier"})
    answer = alice.get("/orders")
    assert numbers(answer.text) == [placed.number, older.number]
    for told in ("#DE77", "Dora Buys", "Berlin warehouse", "€10.00", "In progress", "2 orders"):
        assert told in answer.text


def test_it_asks_who_is_there(client: Any, placed: Any) -> None:
    answer = client.get("/orders")
    assert answer.status_code == 303
    assert "/login" in answer.location


def test_it_shows_only_what_is_worked_on_where_the_reader_works(bob: Any, charlie: Any, placed: Any) -> None:
    assert numbers(bob.get("/orders").text) == [placed.number]
    for path in ("/orders", "/orders?q=dora", "/orders?view=ship"):
        answer = charlie.get(path)
        assert answer.status_code == 200
        assert numbers(answer.text) == []


def test_it_counts_the_views_and_shows_what_is_in_them(alice: Any, placed: Any, house: Any) -> None:
    unpaid = place_order(lines=[line(house.sku)], payments=[])
    held = place_order(lines=[line(house.sku)], holds=[{"reason": "fraud"}])
    short = place_order(lines=[line(stocked(house.berlin), 99)])
    done = place_order(lines=[line(house.sku)])
    canceled = place_order(lines=[line(house.sku)])
    ship(works(done.id)[0].id)
    call("orders.cancel", p_order_id=canceled.id, p_reason="mistake")

    found = {
        name: numbers(alice.get(f"/orders?view={name}").text) for name in ("held", "unpaid", "backordered", "done")
    }
    assert found == {
        "held": [held.number],
        "unpaid": [unpaid.number],
        "backordered": [short.number],
        "done": [done.number],
    }
    assert numbers(alice.get("/orders?view=canceled").text) == [canceled.number]
    assert listing.counts() == {"held": 1, "unpaid": 1, "ship": 4, "pickup": 0, "backordered": 1, "late": 0, "mine": 0}


def test_it_calls_late_what_should_have_left(alice: Any, placed: Any, owner: Any) -> None:
    assert numbers(alice.get("/orders?view=late").text) == []
    owner("update orders.orders set due_at = db.now() - interval '2 hours'")
    answer = alice.get("/orders?view=late")
    assert numbers(answer.text) == [placed.number]
    assert "late" in answer.text


def test_it_finds_by_words(alice: Any, placed: Any) -> None:
    place_order(customer={"name": "Someone Else"}, ship_to={"country_code": "DE"})
    assert numbers(alice.get("/orders?q=dora+mug").text) == [placed.number]
    answer = alice.get("/orders?q=nobody")
    assert numbers(answer.text) == []
    assert "No order matches" in answer.text


@pytest.mark.parametrize("text", ["{0.number}", "#DE77", "DE77", "O-{0.number}", "JJD0099"])
def test_enter_opens_what_the_text_names(alice: Any, placed: Any, text: str) -> None:
    place_order(name="#DE777")
    ship(works(placed.id)[0].id, "JJD0099")
    answer = alice.get("/orders", query_string={"q": text.format(placed), "go": "1"})
    assert answer.status_code == 303
    assert answer.location == f"/orders/{placed.number}"


def test_enter_shows_the_list_where_the_text_names_several(alice: Any, placed: Any) -> None:
    place_order()
    assert alice.get("/orders?q=dora&go=1").location == "/orders?q=dora"


def test_it_filters_and_says_by_what(alice: Any, placed: Any, house: Any) -> None:
    other = place_order(channel="market", payments=[], at=location("MUNICH", name="Munich warehouse"))
    for query, expected in {
        "payment=paid": [placed.number],
        "fulfillment=unfulfilled": [other.number],
        "channel=market": [other.number],
        f"location={house.berlin}": [placed.number],
        "placed=today": [other.number, placed.number],
        "placed=yesterday": [],
        "since=2000-01-01&until=2000-01-02": [],
        "payment=nonsense&location=x&since=never": [other.number, placed.number],
    }.items():
        assert numbers(alice.get(f"/orders?{query}").text) == expected, query
    chips = alice.get(f"/orders?view=ship&payment=paid&location={house.berlin}").text
    assert f'href="/orders?view=ship&amp;location={house.berlin}"' in chips
    assert 'href="/orders?view=ship&amp;payment=paid"' in chips


def test_it_walks_to_older_orders_and_back(alice: Any, house: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    placed = [place_order(lines=[line(house.sku)]).number for _ in range(5)][::-1]
    first = alice.get("/orders").text
    second = alice.get(_link(first, "older")).text
    third = alice.get(_link(second, "older")).text
    assert [numbers(first), numbers(second), numbers(third)] == [placed[:2], placed[2:4], placed[4:]]
    assert _link(third, "older") is None
    assert numbers(alice.get(_link(third, "newer")).text) == placed[2:4]
    assert numbers(alice.get(_link(alice.get(_link(third, "newer")).text, "newer")).text) == placed[:2]
    assert _link(first, "newer") is None


def test_it_gives_htmx_the_list_alone_and_a_clean_address(alice: Any, placed: Any) -> None:
    answer = alice.get("/orders?q=dora&payment=&channel=", htmx=True)
    assert answer.text.lstrip().startswith('<div class="stack" id="results"')
    assert answer.headers["HX-Replace-Url"] == "/orders?q=dora"


def test_it_tells_of_new_orders_without_moving_the_list(alice: Any, charlie: Any, placed: Any, house: Any) -> None:
    page = alice.get("/orders?view=ship").text
    arrivals = re.search(r'hx-get="(/orders/arrivals[^"]*)"', page)
    assert arrivals
    path = arrivals[1].replace("&amp;", "&")
    assert "new order" not in alice.get(path, htmx=True).text
    place_order(lines=[line(house.sku)])
    assert "1 new order" in alice.get(path, htmx=True).text
    assert "new order" not in charlie.get(path, htmx=True).text


def test_it_explains_an_empty_shop(alice: Any) -> None:
    assert "No orders yet" in alice.get("/orders").text
    assert "Nothing to do here" in alice.get("/orders?view=late").text


def test_it_offers_many_at_once_only_to_those_who_may(alice: Any, bob: Any, placed: Any) -> None:
    assert "data-selection-bar" in alice.get("/orders").text
    assert "data-selection-bar" not in bob.get("/orders").text


def test_it_asks_as_many_questions_for_many_orders_as_for_few(alice: Any, house: Any, monkeypatch: Any) -> None:
    asked: list[str] = []
    ask = Connection.execute

    def execute(connection: Connection, statement: Any, *args: Any) -> Any:
        asked.append(str(statement))
        return ask(connection, statement, *args)

    place_order(lines=[line(house.sku)])
    alice.get("/orders")
    monkeypatch.setattr(Connection, "execute", execute)
    alice.get("/orders")
    few = len(asked)
    for _ in range(5):
        place_order(lines=[line(stocked(house.berlin))])
    asked.clear()
    alice.get("/orders")
    assert len(asked) == few


def _link(html: str, rel: str) -> Any:
    found = re.search(rf'href="([^"]*[?&;]{rel}=[^"]*)"', html)
    return found and found[1].replace("&amp;", "&")
