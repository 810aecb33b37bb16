"""automations.dry_run: what a rule would have matched, and nothing happens."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.factories import line, location, order_row, place_order, stocked

BIG = {"fact": "total", "operator": "above", "value": "1500", "currency": "EUR"}


def dry_run(event: str, *conditions: Any) -> tuple[int, list[int]]:
    found = call("automations.dry_run", p_rule={"event": event, "conditions": list(conditions)})
    return found.looked, found.order_ids


def test_it_finds_those_that_match_the_latest_first(db: Any) -> None:
    sku = stocked(location(), 20)
    big = [place_order(lines=[line(sku, 2)]) for _ in range(2)]
    small = place_order(lines=[line(sku)])
    assert dry_run("order.placed", BIG) == (3, [big[1].id, big[0].id])
    assert order_row(small.id).tags == []
    assert row("select from automations.runs") is None


def test_it_looks_only_at_orders_that_had_the_event(db: Any) -> None:
    held, _other = place_order(), place_order()
    call("orders.hold", p_order_id=held.id, p_reason="fraud")
    assert dry_run("order.held") == (1, [held.id])
    assert dry_run("fulfillment.shipped") == (0, [])


def test_it_refuses_what_cant_be_asked(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        dry_run("order.placed", {"fact": "mood", "operator": "is", "value": "x"})
    assert refused.value.code == "OM950"
