"""Things for tests, made by our own functions: each with as little as it needs, and what is given is kept.

`place_order()` alone makes everything it needs: a location, a product with stock there, a paid order for one of it.
"""

from itertools import count
from typing import Any

from sqlalchemy import Row

from oms.db import call, now, row, rows

_numbers = count(1)


def location(code: str | None = None, **given: Any) -> int:
    """A place in Berlin that ships; its id. `kind="store", offers_pickup=True` makes it one to collect at."""
    code = code or f"LOC-{next(_numbers)}"
    made = {"code": code, "name": code.title(), "kind": "warehouse", "time_zone": "Europe/Berlin", "country_code": "DE"}
    return int(call("inventory.save_location", p_location={**made, "latitude": 52.5, "longitude": 13.4, **given}))


def store(code: str | None = None, **given: Any) -> int:
    """A location to collect at; its id."""
    return location(code, **{"kind": "store", "offers_pickup": True, **given})


def product(sku: str | None = None, **given: Any) -> Row[Any]:
    """A product with one variant, for 10.00 EUR; the variant's row. `given` is of the variant."""
    sku = sku or f"SKU-{next(_numbers)}"
    variant = {"sku": sku, "prices": {"EUR": 1000}, "weight_grams": 100, **given}
    call("catalog.save_product", p_product={"handle": sku.lower(), "title": f"Product {sku}", "variants": [variant]})
    made = row("select * from catalog.variants where sku = :sku", sku=sku)
    assert made is not None
    return made


def kit(components: dict[str, int], sku: str | None = None, **given: Any) -> Row[Any]:
    """A kit of so many of each SKU, for 10.00 EUR; the variant's row."""
    return product(sku, components=[{"sku": part, "quantity": many} for part, many in components.items()], **given)


def stock(sku: str, location_id: int, quantity: int = 10) -> int:
    """Receive stock; the variant's id."""
    variant = row("select id from catalog.variants where sku = :sku", sku=sku)
    assert variant is not None
    call("inventory.receive", p_variant_id=variant.id, p_location_id=location_id, p_quantity=quantity)
    return int(variant.id)


def stocked(location_id: int, quantity: int = 10, sku: str | None = None) -> str:
    """A new product with stock at one location; its SKU."""
    made = product(sku)
    stock(made.sku, location_id, quantity)
    return str(made.sku)


def tracked(tracking: str = "lot", *, has_expiry: bool = False) -> Row[Any]:
    """A product whose units are told apart; the variant's row."""
    made = product()
    call("catalog.set_tracking", p_variant_id=made.id, p_tracking=tracking, p_has_expiry=has_expiry)
    return made


def lots(variant_id: int, location_id: int, **given: int | tuple[int, str]) -> None:
    """Receive lots by code: so many, or so many that expire on a day."""
    told = {code: found if isinstance(found, tuple) else (found, None) for code, found in given.items()}
    call(
        "inventory.receive",
        p_variant_id=variant_id,
        p_location_id=location_id,
        p_quantity=sum(quantity for quantity, _ in told.values()),
        p_lots=[
            {"code": code, "quantity": quantity, "expires_on": expires_on}
            for code, (quantity, expires_on) in told.items()
        ],
    )


def lot_levels(variant_id: int) -> dict[str, tuple[int, int, int]]:
    """On hand, reserved and unavailable of each lot, over all locations."""
    return {
        found.code: (found.on_hand, found.reserved, found.unavailable)
        for found in rows(
            "select t.code, sum(x.on_hand) as on_hand, sum(x.reserved) as reserved, sum(x.unavailable) as unavailable"
            " from inventory.lot_levels as x join inventory.lots as t on t.id = x.lot_id"
            " where t.variant_id = :id group by t.code",
            id=variant_id,
        )
    }


def line(sku: str, quantity: int = 1, **given: Any) -> dict[str, Any]:
    """An order's line, for 10.00 a unit."""
    return {"sku": sku, "title": f"Product {sku}", "quantity": quantity, "unit_price_minor": 1000, **given}


def order(**given: Any) -> dict[str, Any]:
    """An order in our own form (see orders.place), paid in full unless `payments` says otherwise.

    `at` names the location that has stock of the one unit ordered, where no `lines` are given.
    """
    at = given.pop("at", None)
    lines = given.pop("lines", None) or [line(stocked(at or location()))]
    made = {
        "channel": "web",
        "external_id": f"external-{next(_numbers)}",
        "name": f"#{next(_numbers)}",
        "currency": "EUR",
        "tax_included": True,
        "language": "en",
        "customer": {"email": "dora@example.com", "name": "Dora Buys"},
        "ship_to": {
            "name": "Dora Buys",
            "line1": "Hauptstr. 1",
            "postal_code": "10115",
            "city": "Berlin",
            "country_code": "DE",
        },
        "lines": lines,
        **given,
    }
    made.setdefault("payments", [payment(call("orders.totals", p_order=made).total_minor)])
    return made


def payment(amount_minor: int, kind: str = "capture", **given: Any) -> dict[str, Any]:
    """A payment fact."""
    return {
        "kind": kind,
        "amount_minor": amount_minor,
        "gateway": "test",
        "reference": f"payment-{next(_numbers)}",
        **given,
    }


def place_order(**given: Any) -> Row[Any]:
    """Place an order made by `order()`; its row."""
    placed = call("orders.place", p_order=order(**given))
    return order_row(placed.order_id)


def place_pickup(location_id: int, **given: Any) -> Row[Any]:
    """Place an order to collect at a store; its row."""
    return place_order(**{"at": location_id, "delivery": {"method": "pickup", "location_id": location_id}, **given})


def order_row(order_id: int) -> Row[Any]:
    """An order as it is now."""
    made = row("select * from orders.orders where id = :id", id=order_id)
    assert made is not None
    return made


def works(order_id: int) -> list[Row[Any]]:
    """The fulfillment orders of an order, as they are now, oldest first."""
    return rows(
        "select f.* from fulfillment.orders as f join orders.orders as o on o.request_id = f.request_id"
        " where o.id = :id order by f.id",
        id=order_id,
    )


def pick(work_id: int) -> None:
    """Pick everything of a fulfillment order."""
    for found in rows("select * from fulfillment.lines where order_id = :id order by id", id=work_id):
        if left := found.quantity - found.picked - found.short:
            call("fulfillment.pick", p_line_id=found.id, p_quantity=left)


def ship(work_id: int, tracking_number: str | None = None) -> int:
    """Pick, pack and ship a fulfillment order; the package's id."""
    pick(work_id)
    package_id = int(call("fulfillment.pack", p_order_id=work_id))
    call(
        "fulfillment.add_label",
        p_package_id=package_id,
        p_carrier="simulator",
        p_service="standard",
        p_tracking_number=tracking_number or f"TRACK-{next(_numbers)}",
        p_tracking_url="",
    )
    call("fulfillment.ship", p_order_id=work_id)
    return package_id


def deliver(package_id: int) -> None:
    """The carrier says that a package has arrived."""
    call(
        "fulfillment.record_tracking",
        p_package_id=package_id,
        p_status="delivered",
        p_description="Delivered",
        p_place="Berlin",
        p_occurred_at=now(),
    )


def field(key: str, kind: str = "text", **given: Any) -> int:
    """A field of this shop; its id. One to choose from has red and blue."""
    choices = ["red", "blue"] if kind == "choice" else []
    made = {"key": key, "label": key.title(), "kind": kind, "choices": choices, **given}
    return int(call("orders.save_field", p_field=made))
