"""channels.check: what channels.place would do, without doing it."""

from typing import Any

from oms.db import call, value
from tests.support.channels import channel, codes, incoming, sold


def test_it_shows_the_order_completed_and_its_totals(db: Any) -> None:
    order = incoming(lines=[{"sku": sold("MUG"), "quantity": 3}])
    answer = call("channels.check", p_channel=channel("phone", "phone"), p_order=order)
    assert (answer["outcome"], answer["reasons"]) == ("new", [])
    assert answer["order"]["lines"][0]["unit_price_minor"] == 1000
    assert (answer["totals"]["total_minor"], answer["totals"]["tax_minor"]) == (3000, 479)


def test_it_places_nothing_and_keeps_nothing(db: Any) -> None:
    code = channel()
    call("channels.check", p_channel=code, p_order=incoming())
    answer = call("channels.check", p_channel=code, p_order=incoming("NO"))
    assert (answer["outcome"], codes(answer)) == ("invalid", [("unknown_sku", "/lines/0/sku")])
    assert value("select count(*) from orders.orders") == value("select count(*) from channels.quarantine") == 0


def test_it_has_no_totals_where_an_amount_cannot_be_read(db: Any) -> None:
    order = incoming(lines=[{"sku": sold(), "quantity": "many", "unit_price_minor": 1000}])
    assert call("channels.check", p_channel=channel(), p_order=order)["totals"] is None


def test_it_knows_an_order_again(db: Any) -> None:
    order, code = incoming(), channel()
    placed = call("channels.place", p_channel=code, p_order=order)
    answer = call("channels.check", p_channel=code, p_order=order)
    assert (answer["outcome"], answer["number"]) == ("known", placed["number"])
