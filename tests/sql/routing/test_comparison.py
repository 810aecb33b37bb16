"""routing.comparison: what other rules come to, beside what was decided."""

from typing import Any

import pytest

from tests.support import factories, trials
from tests.support.factories import line, place_order, product, stock


def test_it_adds_up_both_sides(db: Any, owner: Any) -> None:
    near, far = trials.places()
    owner("update inventory.locations set handling_minor = 300 where id = :id", id=far)
    trials.decide_by({"criteria": ["balance_stock"], "split_cost_minor": 5000})
    trials.on(1)
    first, second = product().sku, product().sku
    stock(first, near, 9), stock(second, near, 9), stock(first, far, 99)
    place_order(lines=[line(first), line(second)])
    trials.on(2)
    version = trials.version({"criteria": ["fewest_splits"], "rest": {"do": "backorder"}})
    found = trials.simulated(version).results
    assert (found["decisions"], found["differing"], found["sooner"], found["later"]) == (1, 1, 0, 0)
    was, would = found["was"], found["would"]
    assert (was["parcels"], was["splits"], would["parcels"], would["splits"]) == (2, 1, 1, 0)
    # Two parcels of 4.90 and 0.03 by weight, one of them handled for 3.00; what a split is worth to the rules is no money.
    assert (was["cost_minor"], would["cost_minor"]) == (2 * 493 + 300, 490 + 6)
    assert {(place["was"], place["would"]) for place in found["places"]} == {(1, 1), (1, 0)}


def test_nothing_comes_to_nothing(db: Any) -> None:
    nothing = {"decisions": 0, "differing": 0, "sooner": 0, "later": 0, "was": None, "would": None, "places": []}
    assert db.call("routing.comparison") == nothing


FIRST = "2027-03-01"
THIRD = "2027-03-03"  # as promised


def arrive(db: Any, day: str, released: str = FIRST) -> None:
    """Everything that was promised arrives on a day."""
    lines = [found.line_id for found in db.rows("select line_id from routing.promises")]
    told = {"released_on": released, "left_on": FIRST, "arrived_on": day}
    db.call("routing.score_promises", p_arrivals=[{"line_id": line_id, **told} for line_id in lines])


def kept(version: int) -> tuple[int, float, float]:
    """How many promises there were, which share of them was kept, and which would have been."""
    found = trials.simulated(version).results
    return found["was"]["promised"], found["was"]["kept"], found["would"]["kept"]


@pytest.mark.parametrize(
    ("arrived", "released", "would"),
    [
        (THIRD, FIRST, 1),  # from elsewhere as reckoned, and that is in time
        ("2027-03-05", FIRST, 1),
        ("2027-03-05", "2027-03-03", 0),  # it was on hold: the customer's own fault, wherever it comes from
    ],
)
def test_a_promise_is_kept_from_elsewhere_where_it_would_arrive_in_time(
    db: Any, arrived: str, released: str, would: float
) -> None:
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    trials.on(1)
    sku = factories.stocked(near)
    stock(sku, far)
    place_order(lines=[line(sku)])
    arrive(db, arrived, released)
    trials.on(9)
    assert kept(trials.version(trials.NEAREST)) == (1, int(arrived == THIRD), would)


def test_a_promise_is_missed_from_where_it_would_arrive_later(db: Any, owner: Any) -> None:
    near, far = trials.places()
    owner("update inventory.locations set processing_days = 1 where id = :id", id=far)
    trials.decide_by(trials.NEAREST)
    trials.on(1)
    sku = factories.stocked(near)
    stock(sku, far)
    place_order(lines=[line(sku)])
    arrive(db, THIRD)
    trials.on(9)
    assert kept(trials.version(trials.PRIORITY)) == (1, 1, 0)


def test_a_promise_is_missed_where_its_line_would_wait(db: Any) -> None:
    near, far = trials.places()
    trials.on(1)
    place_order(lines=[line(factories.stocked(far))])
    arrive(db, THIRD)
    trials.on(9)
    assert kept(trials.version({**trials.NEAREST, "location_ids": [near]})) == (1, 1, 0)


def test_a_promise_ends_as_it_did_from_the_same_place(db: Any) -> None:
    trials.places()
    trials.on(1)
    place_order()
    arrive(db, "2027-03-05")
    trials.on(9)
    assert kept(trials.version(trials.NEAREST)) == (1, 0, 0)


def test_a_promise_that_is_still_open_says_nothing(db: Any) -> None:
    trials.places()
    trials.on(1)
    place_order()
    trials.on(2)
    assert kept(trials.version(trials.NEAREST)) == (0, None, None)


def test_a_pickup_that_would_have_been_ready_at_once_is_kept(db: Any) -> None:
    _near, far = trials.places()
    shop = factories.store(latitude=50.1, longitude=8.7, priority=0)
    trials.decide_by(trials.PRIORITY)
    trials.on(1)
    sku = factories.stocked(shop, 1)
    stock(sku, far, 1)
    place_order(lines=[line(sku)])  # takes the last one of the shop, and would come from afar
    waiting = factories.place_pickup(shop, lines=[line(sku)])
    trials.on(4)
    stock(sku, shop, 1)
    db.call("orders.reroute", p_order_id=waiting.id)
    arrive(db, "2027-03-08")
    trials.on(9)
    rules = {**trials.NEAREST, "kinds": ["warehouse"]}
    assert kept(trials.version(rules)) == (2, 0, 1)


def test_a_shadow_is_compared_too(db: Any) -> None:
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    trials.on(1)
    shadow = db.call("routing.start_shadow", p_version_id=trials.version(trials.NEAREST))
    trials.on(2)
    sku = factories.stocked(near, 1)
    stock(sku, far, 1)
    place_order(lines=[line(sku)])
    db.call("routing.judge", p_shadow_id=shadow, p_most=10)
    found = db.call("routing.comparison", p_shadow_id=shadow)
    assert (found["decisions"], found["differing"]) == (1, 1)
