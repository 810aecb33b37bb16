"""automations.facts: what is true of an order now."""

from typing import Any

from oms.db import call, value
from tests.support.factories import field, line, location, place_order, product, stock


def test_it_tells_everything_that_conditions_ask(db: Any) -> None:
    field("gift", "boolean")
    berlin = location()
    product("MUG")
    call(
        "catalog.save_product",
        p_product={"handle": "mug", "title": "Mug", "category": "Dishes", "variants": [{"sku": "MUG"}]},
    )
    stock("MUG", berlin)
    place_order(lines=[line("MUG")])
    order = place_order(lines=[line("MUG", 3)], tags=["VIP"], fields={"gift": True})
    facts = value("select automations.facts(:id)", id=order.id)
    assert {name: facts[name] for name in facts if name != "age_hours"} == {
        "channel": "web",
        "country": "DE",
        "currency": "EUR",
        "method": "ship",
        "payment_status": "paid",
        "total": {"minor": 3000, "currency": "EUR"},
        "units": 3,
        "customer_orders": 2,
        "is_backordered": False,
        "is_on_hold": False,
        "tag": ["vip"],
        "sku": ["mug"],
        "category": ["dishes"],
        "field.gift": True,
    }
    assert facts["age_hours"] >= 0


def test_it_has_none_of_no_order(db: Any) -> None:
    assert value("select automations.facts(0)") is None
