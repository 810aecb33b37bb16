"""Channels for tests, and what comes in through them; on top of tests/support/factories.py."""

from itertools import count
from typing import Any

from sqlalchemy import Row

from oms.db import call, row
from tests.support.factories import location, product, stock

SECRET = "a shared secret of the tests"
ADDRESS = {"name": "Dora Buys", "line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}
_numbers = count(1)


def channel(code: str = "shop", kind: str = "shopify", **given: Any) -> str:
    """A channel in EUR with taxes included; its code."""
    made = {"name": code.title(), "currency": "EUR", "language": "en", "is_tax_included": True, "secret": SECRET}
    call("channels.save_channel", p_channel={"code": code, "kind": kind, **made, **given})
    return code


def sold(sku: str | None = None, quantity: int = 10, **variant: Any) -> str:
    """A SKU for 10.00 EUR that is in stock somewhere."""
    made = product(sku, **variant)
    stock(made.sku, location(), quantity)
    return str(made.sku)


def incoming(sku: str | None = None, **given: Any) -> dict[str, Any]:
    """An order as an adapter hands it to channels.place, with nothing wrong."""
    return {
        "external_id": f"incoming-{next(_numbers)}",
        "name": "#1",
        "customer": {"email": "dora@example.com", "name": "Dora Buys"},
        "ship_to": ADDRESS,
        "lines": [{"sku": sku or sold(), "quantity": 1, "unit_price_minor": 1000}],
        **given,
    }


def quarantined(**given: Any) -> Row[Any]:
    """An order in quarantine because of its SKU; the record."""
    code = given.pop("channel", None) or channel()
    answer = call("channels.place", p_channel=code, p_order=incoming("NO-SUCH-SKU", **given))
    return record(answer["quarantine_id"])


def record(quarantine_id: int) -> Row[Any]:
    """A quarantine record as it is now."""
    found = row("select * from channels.quarantine where id = :id", id=quarantine_id)
    assert found is not None
    return found


def codes(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong and where, in order."""
    return sorted((reason["code"], reason["pointer"]) for reason in answer["reasons"])
