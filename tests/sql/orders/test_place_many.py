"""orders.place_many: each order by itself; what is nobody's fault ends the batch instead of being called a refusal."""

import threading
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from oms.db import call, rows, value
from tests.support.factories import line, location, order, stocked
from tests.support.tasks import eventually


def refusals(answers: list[dict[str, Any]]) -> list[str | None]:
    return [answer.get("refusal") for answer in answers]


def test_one_bad_order_stops_none_of_the_others(db: Any, assert_consistent: Any) -> None:
    bad = [
        order(lines=[line("NO-SUCH-SKU")]),
        order(terms="never"),
        order(placed_at="the day before yesterday's morrow"),
        order(lines=[line(stocked(location()), quantity=10**10)], payments=[]),
    ]
    good = [order(), order()]
    answers = call("orders.place_many", p_orders=[good[0], *bad, good[1]])
    assert refusals(answers) == [None, "OM302", "orders_terms_known", "22007", "22003", None]
    assert answers[1]["sku"] == "NO-SUCH-SKU"
    placed = [answer["order_id"] for answer in answers if "order_id" in answer]
    assert [found.id for found in rows("select id from orders.orders order by id")] == placed
    assert_consistent()


def test_what_a_refused_order_had_reserved_is_free_again(db: Any) -> None:
    at = location()
    there, short = stocked(at, quantity=5), stocked(at, quantity=1)
    answers = call(
        "orders.place_many",
        p_orders=[order(lines=[line(there, 5), line(short, 2)], stock_policy="refuse"), order(lines=[line(there, 5)])],
    )
    assert refusals(answers) == ["OM101", None]
    assert (answers[0]["sku"], answers[0]["available"]) == (short, 1)
    assert value("select sum(reserved) from inventory.levels") == 5


def test_the_same_order_twice_in_a_batch_is_one_order(db: Any) -> None:
    same = order()
    answers = call("orders.place_many", p_orders=[same, same])
    assert [answer["is_new"] for answer in answers] == [True, False]
    assert answers[0]["order_id"] == answers[1]["order_id"]


@pytest.mark.parametrize(("many", "patience"), [(1, None), (2, "800ms")])
def test_only_who_places_several_gives_up_early(db: Any, many: int, patience: str | None) -> None:
    setting = "select current_setting('lock_timeout')"
    before = value(setting)
    call("orders.place_many", p_orders=[order() for _ in range(many)])
    assert value(setting) == (patience or before)


def test_nothing_to_place_is_nothing_placed(db: Any) -> None:
    assert value("select orders.place_many('[]')") == []


def test_a_batch_gives_up_before_anybody_waits_in_a_circle(committed_db: Any) -> None:
    """The batch has the first level and wants the second; a buyer has the second and wants the first."""
    at = location()
    first, second = (stocked(at, sku=sku) for sku in ("FIRST", "SECOND"))
    batch = [order(lines=[line(first)]), order(lines=[line(second)])]
    call("orders.place", p_order=order(lines=[line(first)]))  # the customer is there already
    outcomes: dict[str, Any] = {}

    def place_batch() -> None:
        with committed_db.acting_as(committed_db.SYSTEM), pytest.raises(OperationalError) as ended:
            call("orders.place_many", p_orders=batch)
        outcomes["batch"] = ended.value.orig.sqlstate

    with committed_db.transaction():
        call("orders.place", p_order=order(lines=[line(second)]))
        thread = threading.Thread(target=place_batch)
        thread.start()
        eventually(lambda: value("select count(*) from pg_locks where not granted") > 0)
        call("orders.place", p_order=order(lines=[line(first)]))
    thread.join()
    assert outcomes == {"batch": "55P03"}
    assert value("select count(*) from orders.orders") == 3
