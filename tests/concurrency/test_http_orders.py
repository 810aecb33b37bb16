"""Promises 1 and 4 as other software meets them: the real web server, and fifty who ask it at the same moment."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from jobs.run import run_due
from tests.concurrency.conftest import Site
from tests.support import factories
from tests.support.channels import ADDRESS, channel, sold
from tests.support.shopify import order_payload
from tests.support.together import together

AT_ONCE = 50


def test_fifty_orders_for_the_last_ten_units_are_exactly_ten(
    site: Site, committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    channel("market", "api", stock_policy="refuse")
    body = {"ship_to": ADDRESS, "lines": [{"sku": sold(quantity=10), "quantity": 1}]}

    answers = together(*[lambda n=n: site.order(body, f"order-{n}") for n in range(AT_ONCE)])

    assert Counter(answer.status for answer in answers) == {201: 10, 409: 40}
    assert {answer.body["code"] for answer in answers if answer.status == 409} == {"OM101"}
    level = committed_db.row("select on_hand, reserved from inventory.levels")
    assert (level.on_hand, level.reserved) == (10, 10)
    assert committed_db.value("select count(*) from orders.orders") == 10
    assert_consistent()


def test_the_same_key_fifty_times_is_one_order_and_one_answer(
    site: Site, committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    channel("market", "api")
    body = {"ship_to": ADDRESS, "lines": [{"sku": sold(quantity=100), "quantity": 1}]}

    answers = together(*[lambda: site.order(body, "once")] * AT_ONCE)

    placed = [answer.body for answer in answers if answer.status == 201]
    assert {answer.status for answer in answers} <= {201, 409}
    assert {answer.body["code"] for answer in answers if answer.status == 409} <= {"OM902"}
    assert placed
    assert all(body == placed[0] for body in placed)
    assert site.order(body, "once").body == placed[0]
    assert committed_db.value("select count(*) from orders.orders") == 1
    assert committed_db.value("select reserved from inventory.levels") == 1
    assert_consistent()


@pytest.mark.parametrize("has_same_id", [True, False])
def test_the_same_webhook_fifty_times_is_one_order(
    site: Site,
    committed_db: Any,
    assert_consistent: Callable[[], None],
    has_same_id: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Whether the shop says that it repeats itself, or not."""
    channel()
    factories.stocked(factories.location(), 100, "MUG")
    payload = order_payload()

    answers = together(*[lambda n=n: site.deliver(payload, "1" if has_same_id else str(n)) for n in range(AT_ONCE)])
    together(*[run_due] * 8)

    assert {answer.status for answer in answers} == {200}
    deliveries = committed_db.rows("select state, order_id from channels.inbox")
    assert len(deliveries) == (1 if has_same_id else AT_ONCE)
    assert {(found.state, found.order_id) for found in deliveries} == {
        ("processed", committed_db.value("select id from orders.orders"))
    }
    assert committed_db.value("select reserved from inventory.levels") == 1
    assert committed_db.value("select captured_minor from payments.payables") == 1000
    assert_consistent()
