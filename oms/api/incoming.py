"""From the API's forms to our own: of an order (see orders.place) and of a product (see catalog.save_product)."""

from collections.abc import Iterator
from typing import Any

from oms.api.problems import invalid
from oms.api.schemas import Money
from oms.api.schemas.orders import NewCharge, NewLine, NewOrder, NewPayment, Tax
from oms.api.schemas.products import ProductIn

Given = dict[str, Any]


def order(body: NewOrder, currency: str) -> Given:
    """What is absent stays absent: channels.place completes it. `currency` is the channel's."""
    _require_one_currency(body, body.currency or currency)
    told = body.model_dump(
        mode="json",
        include={
            "external_id",
            "name",
            "placed_at",
            "currency",
            "tax_included",
            "language",
            "terms",
            "substitution",
            "hold",
            "note",
            "tags",
            "fields",
        },
    )
    return _present(
        {
            **told,
            "customer": body.customer.model_dump(),
            "ship_to": body.ship_to and body.ship_to.model_dump(),
            "bill_to": body.bill_to and body.bill_to.model_dump(),
            "delivery": _present(body.delivery.model_dump()),
            "lines": [_line(line) for line in body.lines],
            "charges": [_charge(charge) for charge in body.charges],
            "payments": [_payment(payment) for payment in body.payments],
            "discount_minor": body.discount and body.discount.minor,
            "stated_total_minor": body.total and body.total.minor,
        }
    )


def product(handle: str, body: ProductIn) -> Given:
    """In the form of catalog.save_product."""
    variants = [
        {
            **{name: told for name, told in variant.model_dump(exclude={"prices"}).items() if told is not None},
            "prices": {price.currency: price.minor for price in variant.prices},
        }
        for variant in body.variants
    ]
    return {**body.model_dump(exclude={"variants"}), "handle": handle, "variants": variants}


def pointer(ours: str) -> str:
    """Where a reason points to, in the form that was given: /lines/0/unit_price_minor is /lines/0/unit_price."""
    return ours.replace("/stated_total_minor", "/total").removesuffix("_minor")


def _line(line: NewLine) -> Given:
    return _present(
        {
            "sku": line.sku,
            "quantity": line.quantity,
            "title": line.title,
            "external_id": line.external_id,
            "unit_price_minor": line.unit_price and line.unit_price.minor,
            "discount_minor": line.discount and line.discount.minor,
            "taxes": _taxes(line.taxes),
        }
    )


def _charge(charge: NewCharge) -> Given:
    taxes = _taxes(charge.taxes)
    return _present({"kind": charge.kind, "title": charge.title, "amount_minor": charge.amount.minor, "taxes": taxes})


def _payment(payment: NewPayment) -> Given:
    told = payment.model_dump(mode="json", exclude={"amount"})
    return _present({**told, "amount_minor": payment.amount.minor})


def _taxes(taxes: list[Tax] | None) -> list[Given] | None:
    if taxes is None:
        return None
    return [{"name": tax.name, "rate": tax.rate, "amount_minor": tax.amount.minor} for tax in taxes]


def _present(given: Given) -> Given:
    return {name: each for name, each in given.items() if each is not None and each != ""}


def _require_one_currency(body: NewOrder, currency: str) -> None:
    mistakes = [
        {"pointer": f"{place}/currency", "code": "other_currency", "message": f"The order is in {currency}."}
        for place, money in _amounts(body)
        if money is not None and money.currency != currency
    ]
    if mistakes:
        raise invalid(*mistakes)


def _amounts(body: NewOrder) -> Iterator[tuple[str, Money | None]]:
    """Every amount of an order, and where it stands."""
    yield "/discount", body.discount
    yield "/total", body.total
    for n, line in enumerate(body.lines):
        yield f"/lines/{n}/unit_price", line.unit_price
        yield f"/lines/{n}/discount", line.discount
        yield from _tax_amounts(f"/lines/{n}", line.taxes)
    for n, charge in enumerate(body.charges):
        yield f"/charges/{n}/amount", charge.amount
        yield from _tax_amounts(f"/charges/{n}", charge.taxes)
    for n, payment in enumerate(body.payments):
        yield f"/payments/{n}/amount", payment.amount


def _tax_amounts(place: str, taxes: list[Tax] | None) -> Iterator[tuple[str, Money]]:
    for n, tax in enumerate(taxes or []):
        yield f"{place}/taxes/{n}/amount", tax.amount
