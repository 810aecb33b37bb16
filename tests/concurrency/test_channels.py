"""The same delivery fifty times at once, or fifty deliveries of the same order: one order."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from jobs.run import run
from oms.db import row, rows, value
from tests.support.channels import channel, incoming, sold
from tests.support.shopify import order_payload, send
from tests.support.together import together


@pytest.fixture(autouse=True)
def _shop(committed_db: Any) -> None:
    channel()
    sold("MUG", quantity=100)


def test_fifty_posts_of_one_delivery_are_one_order(
    request: pytest.FixtureRequest, assert_consistent: Callable[[], None]
) -> None:
    app: Flask = request.getfixturevalue("_app")
    payload = order_payload()
    answers = together(
        *[lambda: send(app.test_client(), payload, **{"X-Shopify-Webhook-Id": "d-1"}).status_code for _ in range(50)]
    )
    assert answers == [200] * 50
    [task] = rows("select id from tasks.tasks where kind = 'channels.process'")
    with app.app_context():
        together(*[lambda: run(task.id) for _ in range(10)])
    assert value("select count(*) from orders.orders") == 1
    assert value("select state from channels.inbox") == "processed"
    assert_consistent()


def test_fifty_deliveries_of_one_order_are_one_order(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    order = incoming("MUG")
    answers = together(
        *[lambda: committed_db.call("channels.place", p_channel="shop", p_order=order) for _ in range(50)]
    )
    assert [answer for answer in answers if isinstance(answer, Exception)] == []
    assert sorted(answer["outcome"] for answer in answers if isinstance(answer, dict)) == ["known"] * 49 + ["placed"]
    assert value("select count(*) from orders.orders") == 1
    assert value("select reserved from inventory.levels") == 1
    assert_consistent()


def test_fifty_arrivals_of_a_broken_order_are_one_record(committed_db: Any) -> None:
    order = incoming("NO-SUCH-SKU")
    together(*[lambda: committed_db.call("channels.place", p_channel="shop", p_order=order) for _ in range(50)])
    found = row("select count(*) as records, max(version) as version from channels.quarantine")
    assert (found.records, found.version) == (1, 50)


def test_a_repair_and_the_order_arriving_whole_are_one_order(
    committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    broken = incoming("NO-SUCH-SKU", external_id="7")
    whole = incoming("MUG", external_id="7")
    kept = committed_db.call("channels.place", p_channel="shop", p_order=broken)

    answers = together(
        *[lambda: committed_db.call("channels.place", p_channel="shop", p_order=whole) for _ in range(10)],
        *[
            lambda: committed_db.call(
                "channels.retry_quarantine", p_id=kept["quarantine_id"], p_payload=whole, p_version=1
            )
            for _ in range(10)
        ],
    )

    refused = {getattr(answer, "code", None) for answer in answers if isinstance(answer, Exception)}
    assert refused <= {"OM409"}
    assert value("select count(*) from orders.orders") == 1
    assert value("select state from channels.quarantine") == "resolved"
    assert_consistent()
