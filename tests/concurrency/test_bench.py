"""Two people at one bench, or at one counter: each step happens once, and one of them is told."""

from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import Outcome, together

MANY = 8


def told(outcomes: list[Outcome]) -> list[str]:
    """The codes of those who were refused; anything else that was raised is a fault."""
    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [error for error in refused if not isinstance(error, DomainError)] == []
    return sorted(error.code for error in refused if isinstance(error, DomainError))


@pytest.fixture
def work(committed_db: Any) -> Any:
    """The work for two mugs."""
    at = factories.location()
    sku = factories.stocked(at, 10, "MUG")
    return factories.works(factories.place_order(lines=[factories.line(sku, 2)]).id)[0]


@pytest.fixture
def pickup_id(committed_db: Any) -> int:
    """A pickup that waits on a shelf."""
    at = factories.store()
    committed_db.call("pickup.save_shelf", p_location_id=at, p_code="A1")
    work = factories.works(factories.place_pickup(at).id)[0]
    factories.pick(work.id)
    given = {"p_shelf": "A1", "p_nonce": b"nonce", "p_code_hash": b"right"}
    return int(committed_db.call("pickup.stage", p_order_id=work.id, **given))


def test_the_last_unit_is_scanned_once(committed_db: Any, work: Any, assert_consistent: Callable[[], None]) -> None:
    committed_db.call("fulfillment.pick_code", p_order_id=work.id, p_code="MUG")
    outcomes = together(*[lambda: committed_db.call("fulfillment.pick_code", p_order_id=work.id, p_code="MUG")] * MANY)
    assert told(outcomes) == ["OM502"] * (MANY - 1)
    assert committed_db.value("select picked from fulfillment.lines") == 2
    assert_consistent()


def test_work_is_accepted_by_one(committed_db: Any, work: Any) -> None:
    outcomes = together(*[lambda: committed_db.call("fulfillment.accept", p_order_id=work.id)] * MANY)
    assert told(outcomes) == ["OM506"] * (MANY - 1)


def test_it_is_packed_in_one_box(committed_db: Any, work: Any) -> None:
    factories.pick(work.id)
    outcomes = together(*[lambda: committed_db.call("fulfillment.pack", p_order_id=work.id)] * MANY)
    assert told(outcomes) == ["OM506"] * (MANY - 1)
    assert committed_db.value("select count(*) from fulfillment.packages") == 1


def test_one_label_is_kept(committed_db: Any, work: Any) -> None:
    factories.pick(work.id)
    package_id = committed_db.call("fulfillment.pack", p_order_id=work.id)

    def buy(number: int) -> None:
        given = {"p_carrier": "simulator", "p_service": "standard", "p_tracking_url": ""}
        committed_db.call("fulfillment.add_label", p_package_id=package_id, p_tracking_number=f"T-{number}", **given)

    outcomes = together(*[lambda number=number: buy(number) for number in range(MANY)])
    assert told(outcomes) == ["OM507"] * (MANY - 1)


def test_it_leaves_the_house_once(committed_db: Any, work: Any, assert_consistent: Callable[[], None]) -> None:
    factories.pick(work.id)
    package_id = committed_db.call("fulfillment.pack", p_order_id=work.id)
    given = {"p_carrier": "DHL", "p_service": "", "p_tracking_number": "T-1", "p_tracking_url": ""}
    committed_db.call("fulfillment.add_label", p_package_id=package_id, **given)
    outcomes = together(*[lambda: committed_db.call("fulfillment.ship", p_order_id=work.id)] * MANY)
    assert told(outcomes) == ["OM506"] * (MANY - 1)
    assert committed_db.value("select on_hand from inventory.levels") == 8
    assert_consistent()


def test_picking_and_rejecting_at_once_is_one_or_the_other(
    committed_db: Any, work: Any, assert_consistent: Callable[[], None]
) -> None:
    line_id = committed_db.value("select id from fulfillment.lines")
    works = [
        lambda: committed_db.call("fulfillment.pick", p_line_id=line_id, p_quantity=2),
        lambda: committed_db.call("fulfillment.reject", p_order_id=work.id, p_reason="closed"),
        lambda: committed_db.call("fulfillment.short", p_line_id=line_id, p_quantity=2),
        lambda: committed_db.call("fulfillment.cancel", p_request_id=work.request_id),
    ]
    told(together(*works))
    assert committed_db.value("select state from fulfillment.orders where id = :id", id=work.id) in {
        "picked",
        "rejected",
        "canceled",
    }
    assert_consistent()


def test_the_same_fact_of_a_carrier_counts_once(committed_db: Any, work: Any) -> None:
    package_id = factories.ship(work.id)
    now = committed_db.now()
    fact = {"p_status": "delivered", "p_description": "", "p_place": "", "p_occurred_at": now}
    outcomes = together(
        *[lambda: committed_db.call("fulfillment.record_tracking", p_package_id=package_id, **fact)] * MANY
    )
    assert told(outcomes) == []
    assert outcomes.count(True) == 1
    assert committed_db.value("select sum(delivered) from demand.lines") == 2


def test_a_pickup_is_handed_over_once(committed_db: Any, pickup_id: int, assert_consistent: Callable[[], None]) -> None:
    given = {"p_proof": "code", "p_code_hash": b"right", "p_collected_by": "Dora"}
    outcomes = together(*[lambda: committed_db.call("pickup.hand_over", p_pickup_id=pickup_id, **given)] * MANY)
    assert told(outcomes) == ["OM604"] * (MANY - 1)
    assert outcomes.count(True) == 1
    assert committed_db.value("select on_hand from inventory.levels") == 9
    assert_consistent()


def test_no_more_than_five_wrong_codes_are_tried(committed_db: Any, pickup_id: int) -> None:
    given = {"p_proof": "code", "p_code_hash": b"wrong", "p_collected_by": "Eve"}
    outcomes = together(*[lambda: committed_db.call("pickup.hand_over", p_pickup_id=pickup_id, **given)] * MANY)
    assert outcomes.count(False) == 5
    assert told(outcomes) == ["OM602"] * (MANY - 5)


def test_handing_over_and_expiring_at_once_is_one_or_the_other(
    committed_db: Any, pickup_id: int, assert_consistent: Callable[[], None]
) -> None:
    given = {"p_proof": "id", "p_code_hash": None, "p_collected_by": "Dora"}
    works = [
        lambda: committed_db.call("pickup.hand_over", p_pickup_id=pickup_id, **given),
        lambda: committed_db.call("pickup.return_to_stock", p_pickup_id=pickup_id),
        lambda: committed_db.call("pickup.extend", p_pickup_id=pickup_id, p_days=3),
        lambda: committed_db.call("pickup.unstage", p_pickup_id=pickup_id),
    ]
    told(together(*works))
    row = committed_db.row("select collected_at, returned_at from pickup.pickups")
    assert row is None or (row.collected_at is None) != (row.returned_at is None)
    assert_consistent()
