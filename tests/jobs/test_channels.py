"""Deliveries become orders, payments and products; whatever comes, in whatever order, stops nothing else."""

import json
from typing import Any

import pytest

from jobs.run import run_due
from oms.db import call, row, rows, value
from tests.support.channels import channel, sold
from tests.support.factories import order_row, ship, works
from tests.support.shopify import line_item, order_payload


@pytest.fixture(autouse=True)
def _shop(app: Any) -> None:
    channel()


def deliver(payload: Any, topic: str = "orders/create") -> Any:
    """Receive and process; the delivery as it is now."""
    call(
        "channels.receive",
        p_channel="shop",
        p_delivery_id=str(value("select count(*) from channels.inbox")),
        p_topic=topic,
        p_body=payload if isinstance(payload, str) else json.dumps(payload),
    )
    run_due()
    return row("select * from channels.inbox order by id desc limit 1")


def test_it_places_an_order() -> None:
    sold("MUG")
    payload = order_payload(id=820982911946154508)
    delivery = deliver(payload)
    assert delivery.state == "processed"
    placed = order_row(delivery.order_id)
    assert (placed.external_id, placed.payment_status, placed.language) == ("820982911946154508", "paid", "de")
    assert value("select actor from history.events where type = 'order.placed'").startswith("channel:")


@pytest.mark.parametrize("wrap", [lambda o: {"order": o}, lambda o: {"orders": [o]}, lambda o: [o]])
def test_it_takes_an_order_however_it_is_wrapped(wrap: Any) -> None:
    sold("MUG")
    assert deliver(wrap(order_payload())).state == "processed"
    assert value("select count(*) from orders.orders") == 1


def test_it_takes_the_same_order_in_every_delivery_for_one() -> None:
    sold("MUG")
    payload = order_payload()
    for topic in ("orders/create", "orders/updated", "orders/paid", "orders/create"):
        assert deliver(payload, topic).state == "processed"
    assert value("select count(*) from orders.orders") == 1


def test_it_quarantines_what_is_not_whole_and_takes_it_when_it_is() -> None:
    payload = order_payload()
    delivery = deliver(payload)
    assert (delivery.state, delivery.order_id) == ("quarantined", None)
    sold("MUG")
    assert deliver(payload, "orders/updated").state == "processed"
    assert value("select state from channels.quarantine") == "resolved"


def test_it_tries_all_again_and_leaves_what_is_still_wrong(log_in: Any) -> None:
    deliver(order_payload())
    deliver(order_payload(line_items=[line_item(sku="CUP")]))
    sold("MUG")
    assert log_in("service").post("/quarantine/attempts").status_code == 303
    run_due()
    found = rows("select state, version, repaired_by from channels.quarantine order by id")
    assert [tuple(one) for one in found] == [("resolved", 2, None), ("open", 2, None)]


def test_it_follows_the_payment_and_releases() -> None:
    sold("MUG")
    payload = order_payload(financial_status="pending")
    placed = order_row(deliver(payload).order_id)
    assert (placed.payment_status, works(placed.id)[0].state) == ("none", "planned")
    deliver({**payload, "financial_status": "paid"}, "orders/paid")
    assert order_row(placed.id).payment_status == "paid"
    assert works(placed.id)[0].state == "released"
    deliver({**payload, "financial_status": "pending"}, "orders/updated")
    assert order_row(placed.id).payment_status == "paid"


def test_it_cancels_before_and_after_the_order_is_known() -> None:
    sold("MUG")
    early, late = order_payload(), order_payload()
    canceled = {"cancelled_at": "2026-01-03T00:00:00Z", "cancel_reason": "customer"}
    placed = deliver(early).order_id
    deliver({**early, **canceled}, "orders/cancelled")
    assert (order_row(placed).state, order_row(placed).cancel_reason) == ("canceled", "customer")
    deliver({**late, **canceled}, "orders/cancelled")
    assert deliver(late).state == "quarantined"
    assert rows("select from channels.quarantine where state = 'open'") == []
    assert value("select reserved from inventory.levels") == 0


def test_it_ships_nothing_that_has_gone_out_already() -> None:
    sold("MUG")
    sent = {"fulfillment_status": "fulfilled", "line_items": [line_item(fulfillment_status="fulfilled")]}
    assert deliver(order_payload(**sent), "orders/updated").state == "ignored"
    assert deliver(order_payload(**sent)).state == "quarantined"
    payload = order_payload()
    placed = deliver(payload).order_id
    ship(works(placed)[0].id)
    assert deliver({**payload, **sent}, "orders/updated").order_id == placed


def test_it_saves_products() -> None:
    payload = {
        "id": 1,
        "handle": "mug",
        "title": "Mug",
        "body_html": "<p>For <b>tea</b> &amp; coffee.</p>",
        "options": [{"name": "Color"}],
        "variants": [
            {
                "sku": "MUG-B",
                "title": "Blue",
                "option1": "Blue",
                "price": "10.00",
                "barcode": "4006381333931",
                "grams": 300,
            },
            {"sku": "", "title": "Red", "price": "10.00"},
        ],
    }
    assert deliver(payload, "products/create").state == "processed"
    deliver({**payload, "title": "Cup"}, "products/update")
    saved = row(
        "select p.title, p.description, v.sku, v.options, v.weight_grams from catalog.products as p"
        " join catalog.variants as v on v.product_id = p.id"
    )
    assert tuple(saved) == ("Cup", "For tea & coffee.", "MUG-B", {"Color": "Blue"}, 300)
    assert value("select amount_minor from catalog.prices where currency = 'EUR'") == 1000


def test_it_notes_what_is_refused_and_goes_on() -> None:
    sold("MUG")
    product = {"id": 1, "handle": "other", "title": "Other", "variants": [{"sku": "MUG", "price": "1.00"}]}
    delivery = deliver(product, "products/create")
    assert (delivery.state, delivery.refusal) == ("failed", "OM102")
    assert value("select count(*) from tasks.tasks where state <> 'done'") == 0
    assert deliver(order_payload()).state == "processed"


@pytest.mark.parametrize("topic", ["", "customers/create", "app/uninstalled", "orders/edited", "oms/test"])
def test_it_ignores_what_is_not_ours_to_act_on(topic: str) -> None:
    assert deliver(order_payload(), topic).state == "ignored"


@pytest.mark.parametrize("payload", [{}, [], [1, None], {"order": {}}, {"order": None}, {"orders": "x"}, {"id": None}])
def test_it_ignores_what_names_no_order(payload: Any) -> None:
    assert deliver(payload).state == "ignored"


def test_it_survives_an_order_of_nonsense() -> None:
    nonsense = {name: {"\u0000": ["\ud800"]} for name in order_payload()}
    delivery = deliver({**nonsense, "id": 7})
    assert delivery.state == "quarantined"
    assert "no_lines" in {reason["code"] for reason in row("select reasons from channels.quarantine").reasons}
