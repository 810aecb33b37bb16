"""Goods on their way under real concurrency: every unit is taken in once, and no buyer gets what is to be sent."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together


def begun(db: Any, quantity: int) -> tuple[int, str]:
    """A draft of a SKU that there are ten of."""
    here, there = factories.location(), factories.location()
    sku = factories.stocked(here, quantity=10)
    ends = {"p_source_id": here, "p_destination_id": there}
    return int(db.call("inventory.create_transfer", **ends, p_lines=[{"sku": sku, "quantity": quantity}])), sku


def test_many_people_receive_one_transfer_and_each_unit_once(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    transfer_id, sku = begun(committed_db, 10)
    for step in ("ready", "send"):
        committed_db.call(f"inventory.{step}_transfer", p_transfer_id=transfer_id)
    scan = {"p_transfer_id": transfer_id, "p_code": sku, "p_quantity": 1}

    outcomes = together(*[lambda: committed_db.call("inventory.receive_transfer", **scan)] * 16)

    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert len(refused) == 6
    assert {error.code for error in refused if isinstance(error, DomainError)} == {"OM141"}
    assert committed_db.value("select state from inventory.transfers") == "received"
    assert committed_db.value("select sum(on_hand) from inventory.levels") == 10
    assert_consistent()


def test_a_transfer_is_sent_once(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    transfer_id, _sku = begun(committed_db, 4)
    committed_db.call("inventory.ready_transfer", p_transfer_id=transfer_id)

    outcomes = together(*[lambda: committed_db.call("inventory.send_transfer", p_transfer_id=transfer_id)] * 8)

    assert sum(not isinstance(outcome, Exception) for outcome in outcomes) == 1
    assert committed_db.value("select sum(incoming) from inventory.levels") == 4
    assert_consistent()


def test_orders_and_a_transfer_never_get_the_same_unit(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    transfer_id, sku = begun(committed_db, 5)
    orders = [factories.order(lines=[factories.line(sku)], stock_policy="refuse") for _ in range(20)]
    buys = [lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders]

    outcomes = together(lambda: committed_db.call("inventory.ready_transfer", p_transfer_id=transfer_id), *buys)

    unexpected = [
        outcome for outcome in outcomes if isinstance(outcome, Exception) and not isinstance(outcome, DomainError)
    ]
    assert unexpected == []
    sold = sum(not isinstance(outcome, Exception) for outcome in outcomes[1:])
    assert sold == (10 if isinstance(outcomes[0], Exception) else 5)
    assert_consistent()
