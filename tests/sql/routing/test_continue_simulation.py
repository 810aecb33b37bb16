"""routing.continue_simulation: the past decided anew, on the stock that would have been there."""

from typing import Any

from tests.support import factories, trials
from tests.support.factories import line, place_order, product, stock


def choices(db: Any, simulation: Any) -> list[dict[int, int]]:
    """How many units would have come from where, for each decision that differs."""
    found = db.rows(
        "select c.result from routing.simulation_choices as c join routing.decisions as d on d.id = c.decision_id"
        " where c.simulation_id = :id order by d.decided_at, d.id",
        id=simulation.id,
    )
    return [{a["location_id"]: a["quantity"] for a in choice.result["allocations"]} for choice in found]


def offered(near_units: int, far_units: int) -> tuple[int, int, str]:
    """Two places and a SKU, on the first day: what is far comes first by priority, so it sends while it has any."""
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    trials.on(1)
    sku = product().sku
    stock(sku, near, near_units), stock(sku, far, far_units)
    return near, far, sku


def buy(sku: str, *quantities: int) -> list[Any]:
    return [place_order(lines=[line(sku, quantity)]) for quantity in quantities]


def test_the_same_rules_come_to_the_same(db: Any) -> None:
    trials.places()
    trials.on(1)
    sku = factories.stocked(factories.location(), 4)
    buy(sku, 1, 2, 3)
    trials.on(2)
    made = trials.simulated(db.value("select id from routing.profile_versions where state = 'active'"))
    assert (made.state, made.done, made.results["differing"]) == ("done", 3, 0)
    assert made.results["was"] == made.results["would"]
    assert made.results["was"]["unfilled"] == 2
    assert choices(db, made) == []


def test_other_rules_choose_otherwise(db: Any) -> None:
    near, _far, sku = offered(9, 9)
    buy(sku, 1)
    trials.on(2)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert choices(db, made) == [{near: 1}]
    assert made.results["would"]["distance_km"] < made.results["was"]["distance_km"]
    assert {place["was"] - place["would"] for place in made.results["places"]} == {1, -1}


def test_what_it_would_have_taken_is_gone_and_what_was_taken_is_there(db: Any) -> None:
    near, far, sku = offered(1, 1)
    buy(sku, 1, 1)  # the first took the last of what is far, of which the second knew nothing more
    trials.on(2)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert choices(db, made) == [{near: 1}, {far: 1}]
    assert made.results["was"]["unfilled"] == made.results["would"]["unfilled"] == 0
    assert not any(made.world["stock"].values())


def test_what_is_received_meanwhile_is_there_too(db: Any) -> None:
    near, _far, sku = offered(1, 5)
    buy(sku, 1)
    trials.on(2)
    stock(sku, near, 1)
    buy(sku, 1, 1)
    trials.on(3)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert choices(db, made) == [{near: 1}, {near: 1}]  # the third comes from afar, as it really did


def test_a_full_day_is_full(db: Any, owner: Any) -> None:
    near, _far, sku = offered(9, 9)
    owner("update inventory.locations set daily_shipments = 1 where id = :id", id=near)
    buy(sku, 1, 1)
    trials.on(2)
    assert choices(db, trials.simulated(trials.version(trials.NEAREST))) == [{near: 1}]


def test_what_would_have_been_sent_at_once_is_not_sent_again(db: Any) -> None:
    near, far, sku = offered(9, 1)
    trials.decide_by({**trials.PRIORITY, "location_ids": [far]})
    (order,) = buy(sku, 3)
    trials.on(2)
    stock(sku, far, 2)
    db.call("orders.reroute", p_order_id=order.id)
    trials.on(3)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert choices(db, made) == [{near: 3}, {}]
    assert (made.results["was"]["parcels"], made.results["would"]["parcels"]) == (2, 1)
    assert (made.results["was"]["unfilled"], made.results["would"]["unfilled"]) == (2, 0)


def test_what_was_canceled_is_taken_in_neither_world(db: Any) -> None:
    near, _far, sku = offered(2, 9)
    first, _second = buy(sku, 2, 2)
    db.call("orders.cancel", p_order_id=first.id, p_reason="customer")
    trials.on(2)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert choices(db, made) == [{near: 2}, {near: 2}]


def test_it_touches_nothing(db: Any) -> None:
    _near, _far, sku = offered(9, 9)
    buy(sku, 1)
    trials.on(2)
    version = trials.version(trials.NEAREST)
    looked = (
        "select (select jsonb_agg(l order by l.location_id) from inventory.levels as l), (select jsonb_agg(a)"
        " from demand.allocations as a), (select count(*) from inventory.movements), (select count(*) from routing.decisions), db.now()"
    )
    before = db.row(looked)
    trials.simulated(version)
    assert db.row(looked) == before


def test_one_that_has_ended_goes_no_further(db: Any) -> None:
    trials.on(1)
    place_order()
    trials.on(2)
    made = trials.simulated(trials.version(trials.NEAREST))
    assert db.call("routing.continue_simulation", p_simulation_id=made.id, p_most=9) is False
