"""An order of Shopify's, in our own form (oms/channels/sql/place.sql)."""

from decimal import Decimal
from typing import Any

from oms.channels.amounts import known, minor
from oms.channels.shopify.payload import Payload, items, part, text
from oms.channels.shopify.payments import payments
from oms.channels.shopify.taxes import Taxable, tax_lines, taxes
from oms.web import CUSTOMER_LANGUAGES
from oms.web.context import match_language

Order = dict[str, Any]
_PICKUP = {"pickup", "pick-up", "pick_up", "local_pickup", "local-pickup"}


def order_of(payload: Payload, channel: str) -> Order:
    """The order that a payload describes; `channel` is the code of ours that it came through."""
    currency = text(payload, "currency")
    external_id = text(payload, "id")
    lines = [_line(line, currency) for line in items(payload, "line_items")]
    charges = _charges(payload, currency)
    _put_taxes(payload, currency, lines, charges)
    order = {
        "external_id": external_id,
        "name": text(payload, "name"),
        "placed_at": text(payload, "processed_at", "created_at"),
        "updated_at": text(payload, "updated_at"),
        "currency": currency,
        "tax_included": payload.get("taxes_included") is True,
        "language": match_language(text(payload, "customer_locale"), CUSTOMER_LANGUAGES),
        "terms": "invoice" if part(payload, "payment_terms") else "prepaid",
        "customer": _customer(payload),
        "ship_to": _address(part(payload, "shipping_address")),
        "bill_to": _address(part(payload, "billing_address")),
        "delivery": _delivery(payload),
        "discount_minor": _order_discount(payload, currency, lines),
        "note": _note(payload),
        "tags": [tag.strip() for tag in text(payload, "tags").split(",") if tag.strip()],
        "lines": lines,
        "charges": charges,
        "stated_total_minor": minor(payload["total_price"], currency) if text(payload, "total_price") else None,
        "payments": payments(payload, currency, f"{channel}/{external_id}"),
    }
    return {name: given for name, given in order.items() if given not in (None, "")}


def is_sent(payload: Payload) -> bool:
    """Shopify says that all of it has gone out already."""
    return text(payload, "fulfillment_status") == "fulfilled"


def is_canceled(payload: Payload) -> bool:
    return bool(text(payload, "cancelled_at"))


def _line(line: Payload, currency: str) -> Order:
    quantity = line.get("quantity")
    discounts = [minor(share.get("amount"), currency) for share in items(line, "discount_allocations")]
    return {
        "external_id": text(line, "id"),
        "sku": text(line, "sku"),
        "title": text(line, "name", "title"),
        "quantity": quantity if isinstance(quantity, int) else text(line, "quantity"),
        **({"unit_price_minor": minor(line["price"], currency)} if text(line, "price") else {}),
        "discount_minor": known(*discounts) if discounts else minor(line.get("total_discount") or 0, currency),
        "requires_shipping": line.get("requires_shipping") is not False and line.get("gift_card") is not True,
        "fulfilled_quantity": _fulfilled(line),
        "removed_quantity": _removed(line),
        "taxes": tax_lines(line, currency, _gross(line, currency)),
        "is_taxable": line.get("taxable") is not False,
    }


def _gross(line: Payload, currency: str) -> int:
    quantity, price = line.get("quantity"), minor(line.get("price"), currency)
    return quantity * price if isinstance(quantity, int) and isinstance(price, int) else 0


def _fulfilled(line: Payload) -> int:
    """How many units have gone out before we heard of the order."""
    quantity, left = line.get("quantity"), line.get("fulfillable_quantity")
    if not isinstance(quantity, int):
        return 0
    status = text(line, "fulfillment_status")
    if status == "partial":
        return quantity - left if isinstance(left, int) else 1
    return quantity if status == "fulfilled" else 0


def _removed(line: Payload) -> int:
    """How many units were taken off the order, or refunded, before we heard of it."""
    quantity, current = line.get("quantity"), line.get("current_quantity")
    return max(quantity - current, 0) if isinstance(quantity, int) and isinstance(current, int) else 0


def _charges(payload: Payload, currency: str) -> list[Order]:
    shipping = [
        {
            "kind": "shipping",
            "title": text(line, "title", "code"),
            "amount_minor": _discounted(line, currency),
            "taxes": tax_lines(line, currency, known(minor(line.get("price"), currency))),
        }
        for line in items(payload, "shipping_lines")
    ]
    fees = [
        {"kind": "fee", "title": title, "amount_minor": amount, "taxes": []}
        for title, amount in (("Tip", _loose_tip(payload, currency)), ("Duties", _duties(payload, currency)))
        if amount
    ]
    return shipping + fees


def _discounted(shipping: Payload, currency: str) -> int | str:
    price = minor(shipping.get("price"), currency)
    shares = [minor(share.get("amount"), currency) for share in items(shipping, "discount_allocations")]
    if isinstance(price, int) and shares:
        return price - known(*shares)
    return minor(shipping.get("discounted_price") or shipping.get("price"), currency)


def _loose_tip(payload: Payload, currency: str) -> int:
    """A tip that is no line of its own."""
    is_line = any("tip" in line or text(line, "title").lower() == "tip" for line in items(payload, "line_items"))
    return 0 if is_line else known(minor(payload.get("total_tip_received") or 0, currency))


def _duties(payload: Payload, currency: str) -> int:
    duties = part(part(payload, "original_total_duties_set"), "shop_money")
    return known(minor(duties.get("amount") or 0, currency))


def _order_discount(payload: Payload, currency: str, lines: list[Order]) -> int:
    """What is off the whole order: all discounts, without those that a line or the shipping has already."""
    shipping = items(payload, "shipping_lines")
    total = known(minor(payload.get("total_discounts") or 0, currency))
    on_lines = known(*(line["discount_minor"] for line in lines))
    before = known(*(minor(line.get("price"), currency) for line in shipping))
    after = known(*(_discounted(line, currency) for line in shipping))
    return max(total - on_lines - (before - after), 0)


def _put_taxes(payload: Payload, currency: str, lines: list[Order], charges: list[Order]) -> None:
    things = [Taxable(_net(line), line.pop("is_taxable"), line["taxes"]) for line in lines]
    things += [Taxable(known(fee["amount_minor"]), fee["kind"] == "shipping", fee["taxes"]) for fee in charges]
    for thing, found in zip([*lines, *charges], taxes(payload, currency, things), strict=True):
        thing["taxes"] = found


def _net(line: Order) -> int:
    quantity, price = line["quantity"], line.get("unit_price_minor")
    if isinstance(quantity, int) and isinstance(price, int):
        return quantity * price - known(line["discount_minor"])
    return 0


def _customer(payload: Payload) -> Order:
    customer, address = part(payload, "customer"), part(payload, "shipping_address") or part(payload, "billing_address")
    return {
        "email": text(payload, "email", "contact_email") or text(customer, "email"),
        "name": _full_name(customer) or _full_name(address),
        "phone": text(payload, "phone") or text(customer, "phone") or text(address, "phone"),
    }


def _full_name(person: Payload) -> str:
    return " ".join(filter(None, (text(person, "first_name"), text(person, "last_name")))) or text(person, "name")


def _address(address: Payload) -> Order | None:
    if not address:
        return None
    return {
        "name": text(address, "name") or _full_name(address),
        "company": text(address, "company"),
        "line1": text(address, "address1"),
        "line2": text(address, "address2"),
        "city": text(address, "city"),
        "region": text(address, "province_code", "province"),
        "postal_code": text(address, "zip"),
        "country_code": text(address, "country_code"),
        "phone": text(address, "phone"),
        **_coordinates(address),
    }


def _coordinates(address: Payload) -> Order:
    """Where the address is, where Shopify knows; half of it, or nonsense, is nothing."""
    try:
        latitude, longitude = (round(float(Decimal(text(address, name))), 5) for name in ("latitude", "longitude"))
    except (ArithmeticError, ValueError):
        return {}
    is_on_earth = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - the poles and the antimeridian
    return {"latitude": latitude, "longitude": longitude} if is_on_earth else {}


def _delivery(payload: Payload) -> Order:
    """To ship, or to pick up at a store that the shipping line names."""
    shipping = (items(payload, "shipping_lines") or [{}])[0]
    title = text(shipping, "title", "code")
    if _PICKUP & {text(shipping, "delivery_category").lower(), text(shipping, "code").lower()}:
        return {"method": "pickup", "location": title, "title": title}
    return {"method": "ship", "title": title}


def _note(payload: Payload) -> str:
    """What the customer wrote, what the shop's fields say, and what a line is to be made with."""
    said = [text(payload, "note"), *_fields(payload, "note_attributes")]
    for line in items(payload, "line_items"):
        said += [f"{text(line, 'name', 'title')}: {field}" for field in _fields(line, "properties")]
    return "\n".join(filter(None, said))


def _fields(payload: Payload, name: str) -> list[str]:
    """Fields of a shop's own, but for those that begin with an underscore: apps keep notes to themselves there."""
    return [
        f"{text(field, 'name')}: {text(field, 'value')}"
        for field in items(payload, name)
        if text(field, "value") and not text(field, "name").startswith("_")
    ]
