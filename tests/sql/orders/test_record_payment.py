"""orders.record_payment: a fact of payment, and the release it may bring."""

from typing import Any

import pytest

from oms.db import DomainError, call, row, value
from tests.support.factories import deliver, order_row, payment, place_order, ship, works


def record(order_id: int, amount_minor: int, kind: str = "capture", version: int | None = None, **given: Any) -> bool:
    fact = payment(amount_minor, kind, **given)
    return bool(call("orders.record_payment", p_order_id=order_id, p_event=fact, p_version=version))


def test_it_releases_when_it_was_payment_that_was_waited_for(db: Any) -> None:
    placed = place_order(payments=[])
    record(placed.id, 400)
    assert order_row(placed.id).payment_status == "partially_paid"
    assert works(placed.id)[0].state == "planned"

    record(placed.id, 600)
    assert order_row(placed.id).payment_status == "paid"
    assert works(placed.id)[0].state == "released"


def test_it_closes_what_was_only_waiting_for_payment(db: Any) -> None:
    placed = place_order(payments=[], terms="invoice")
    deliver(ship(works(placed.id)[0].id))
    assert order_row(placed.id).state == "placed"
    record(placed.id, 1000)
    assert order_row(placed.id).state == "closed"


def test_it_takes_the_same_fact_once(db: Any) -> None:
    placed = place_order(payments=[])
    fact = payment(1000)
    told = [call("orders.record_payment", p_order_id=placed.id, p_event=fact) for _ in range(2)]
    assert told == [True, False]
    assert value("select captured_minor from payments.payables") == 1000


def test_it_tells_the_timeline_what_came_of_it(db: Any) -> None:
    placed = place_order(payments=[])
    record(placed.id, 1000, outcome="failed", note="card expired")
    assert order_row(placed.id).payment_status == "none"
    told = row("select type, data from history.events where type like 'payment.%' order by id desc limit 1")
    assert told is not None
    assert (told.type, told.data["outcome"], told.data["note"]) == ("payment.capture", "failed", "card expired")


def test_it_refuses_what_the_person_did_not_see(db: Any) -> None:
    placed = place_order(payments=[])
    with pytest.raises(DomainError) as refused:
        record(placed.id, 1000, version=placed.version - 1)
    assert refused.value.code == "OM409"
    assert value("select captured_minor from payments.payables") == 0
