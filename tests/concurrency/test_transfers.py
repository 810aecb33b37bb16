"""Goods on their way under real concurrency: every unit is taken in once, and no buyer gets what is to be sent."""

from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import together
from tests.support.transfers import Load


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


def refusals(outcomes: list[Any]) -> list[str]:
    """The codes of what was refused in words; anything else that went wrong is a fault."""
    failed = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [error for error in failed if not isinstance(error, DomainError)] == []
    return sorted(error.code for error in failed if isinstance(error, DomainError))


def test_many_people_receive_the_same_lots_and_each_unit_once(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    milk = Load(factories.tracked(), 8, A=5, B=3).send()
    scans = [lambda code=code: milk.receive(1, code=code) for code in ("A", "B") * 6]
    outcomes = together(*scans, lambda: milk.receive(2, "damaged", B=2), lambda: milk.receive(1, "lost", A=1))

    assert set(refusals(outcomes)) <= {"OM141", "OM190"}
    assert (milk.state, milk.under_way) == ("received", {})
    assert sum(on_hand for on_hand, _, _ in milk.at(milk.there).values()) + _lost(committed_db) == 8
    assert_consistent()


def _lost(db: Any) -> int:
    return int(db.value("select sum(lost) from inventory.transfer_lots"))


def test_two_people_scan_the_same_serial_numbers(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    phones = Load(factories.tracked("serial"), 4, S1=1, S2=1, S3=1, S4=1).send()
    codes = ("S1", "S2", "S3", "S4")

    outcomes = together(*[lambda code=code: phones.receive(1, code=code) for code in codes * 2])

    assert len(refusals(outcomes)) == 4
    assert phones.at(phones.there) == dict.fromkeys(codes, (1, 0, 0))
    assert_consistent()


@pytest.mark.parametrize("attempt", range(3))
def test_a_serial_number_is_never_here_and_on_its_way(
    committed_db: Any, assert_consistent: Callable[[], None], attempt: int
) -> None:
    """It is sent here, and received there by hand, at once."""
    phones = Load(factories.tracked("serial"), 1, S1=1)
    phones.step("ready")

    outcomes = together(
        lambda: phones.step("send"), *[lambda: factories.lots(phones.variant.id, phones.there, S1=1)] * 3
    )

    assert not isinstance(outcomes[0], Exception)
    assert set(refusals(outcomes)) <= {"OM194", "lot_levels_serial_once"}
    assert phones.under_way == {"S1": 1}
    assert_consistent()


def test_orders_and_transfers_never_get_the_same_of_a_lot(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    """What expires first goes first, and no unit twice, whoever comes first."""
    milk = Load(factories.tracked(), 6, LATE=(8, "2100-02-01"), EARLY=(8, "2100-01-01"))
    milk.line(milk.variant.sku, 2, p_lot="LATE")
    orders = [
        factories.order(
            lines=[factories.line(milk.variant.sku)], stock_policy="refuse", source_location_ids=[milk.here]
        )
        for _ in range(16)
    ]

    outcomes = together(
        *[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders[:8]],
        lambda: milk.step("ready"),
        *[lambda order=order: committed_db.call("orders.place", p_order=order) for order in orders[8:]],
    )

    assert set(refusals(outcomes)) <= {"OM101", "OM191"}
    early, late = milk.at(milk.here)["EARLY"], milk.at(milk.here)["LATE"]
    assert (early[1], early[1] + late[1]) == (8, 16)
    assert_consistent()


def test_transfers_in_both_directions_never_wait_in_a_circle(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    """The same SKUs go from here to there and from there to here, and back to their shelves, at once."""
    here, there = factories.location(), factories.location()
    skus = [factories.stocked(at, 20) for at in (here, there)]
    for sku, at in zip(skus, (there, here), strict=True):
        factories.stock(sku, at, 20)
    ids = [
        committed_db.call(
            "inventory.create_transfer",
            p_source_id=source,
            p_destination_id=destination,
            p_lines=[{"sku": sku, "quantity": 1} for sku in skus],
        )
        for source, destination in ((here, there), (there, here)) * 6
    ]
    for transfer_id in ids:
        committed_db.call("inventory.ready_transfer", p_transfer_id=transfer_id)

    for step in ("send", "unsend", "send"):
        outcomes = together(
            *[
                lambda number=number, step=step: committed_db.call(f"inventory.{step}_transfer", p_transfer_id=number)
                for number in ids
            ]
        )
        assert refusals(outcomes) == []

    assert committed_db.value("select sum(incoming) from inventory.levels") == 24
    assert_consistent()
