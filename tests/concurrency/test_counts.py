"""Counting under real concurrency: nobody who sells waits for it, and what was sold meanwhile stays sold."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together


def test_counting_while_twenty_buyers_buy(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    """Fifty in the books, and two of them are not there."""
    at = factories.location()
    sku, other = factories.stocked(at, quantity=50), factories.stocked(at, quantity=5)
    works = [factories.works(factories.place_order(lines=[factories.line(sku)]).id)[0] for _ in range(20)]
    orders = [factories.order(lines=[factories.line(sku)]) for _ in range(5)]
    count_id = committed_db.call("inventory.start_count", p_location_id=at, p_scope="full")
    committed_db.call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=48, p_sets=True)
    scan = {"p_count_id": count_id, "p_code": other, "p_quantity": 1}

    def finish() -> None:
        committed_db.call("inventory.review_count", p_count_id=count_id)
        committed_db.call("inventory.post_count", p_count_id=count_id)

    half = [lambda work=work: factories.ship(work.id) for work in works]
    buys = [lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders]
    scans = [lambda: committed_db.call("inventory.tally", **scan)] * 5
    counted = together(*half[:10], *buys, *scans)
    posted = together(*half[10:], finish)

    assert [outcome for outcome in counted + posted if isinstance(outcome, Exception)] == []
    levels = committed_db.rows("select on_hand, reserved from inventory.levels order by variant_id")
    assert [tuple(level) for level in levels] == [(50 - 20 - 2, 5), (5, 0)]
    assert_consistent()


def test_every_scan_of_every_person_counts_once(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    sku = factories.stocked(at, quantity=40)
    count_id = committed_db.call("inventory.start_count", p_location_id=at, p_scope="full")
    scan = {"p_count_id": count_id, "p_code": sku, "p_quantity": 1}

    outcomes = together(*[lambda: committed_db.call("inventory.tally", **scan)] * 40)

    assert sorted(outcomes) == list(range(1, 41))
    assert committed_db.value("select variance from inventory.count_lines") == 0
    assert_consistent()


def test_posting_twice_is_once(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    at = factories.location()
    sku = factories.stocked(at, quantity=10)
    count_id = committed_db.call("inventory.start_count", p_location_id=at, p_scope="full")
    committed_db.call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=7, p_sets=True)
    committed_db.call("inventory.review_count", p_count_id=count_id)

    outcomes = together(*[lambda: committed_db.call("inventory.post_count", p_count_id=count_id)] * 8)

    refused = [outcome for outcome in outcomes if isinstance(outcome, DomainError)]
    assert (len(refused), {error.code for error in refused}) == (7, {"OM143"})
    assert committed_db.value("select on_hand from inventory.levels") == 7
    assert_consistent()
