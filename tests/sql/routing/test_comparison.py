"""routing.comparison: what other rules come to, beside what was decided."""

from typing import Any

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
