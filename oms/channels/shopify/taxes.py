"""Taxes of an order, always on its lines and charges, always adding up to what Shopify says.

Shopify states taxes per line, or for the whole order only, or in both places with sums that differ by rounding.
An order of ours carries them per line, because invoices need them there. Where the lines' own taxes add up to the total
they stay as they are; otherwise the order's taxes are spread over the lines, exactly.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from oms.channels.amounts import known, minor, spread
from oms.channels.shopify.payload import Payload, items, text

Tax = dict[str, Any]
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s*%")


@dataclass
class Taxable:
    """A line or a charge: what it costs after discounts, and the taxes it states itself."""

    net: int
    is_taxable: bool
    own: list[Tax] = field(default_factory=list)


def tax_lines(payload: Payload, currency: str, base: int = 0) -> list[Tax]:
    """The taxes that an order, a line or a charge states."""
    return [
        {
            "name": text(tax, "title") or "Tax",
            "rate": _stated_rate(tax, minor(tax.get("price"), currency), base),
            "amount_minor": minor(tax.get("price"), currency),
        }
        for tax in items(payload, "tax_lines")
    ]


def taxes(order: Payload, currency: str, things: list[Taxable]) -> list[list[Tax]]:
    """The taxes of each thing."""
    own = [thing.own for thing in things]
    stated = order.get("total_tax")
    total = minor(stated, currency) if stated is not None else None
    stated_there = known(*(tax["amount_minor"] for of_thing in own for tax in of_thing))
    if not things or not isinstance(total, int) or total == stated_there:
        return own
    base = sum(thing.net for thing in things if thing.is_taxable)
    return shared(tax_lines(order, currency, base), total, things) or own


def shared(whole: list[Tax], total: int, things: list[Taxable]) -> list[list[Tax]] | None:
    """An order's taxes, spread over things; None where nothing adds up to the total: quarantine says so."""
    if known(*(tax["amount_minor"] for tax in whole)) != total:
        if any(thing.own for thing in things):
            return None
        base = sum(thing.net for thing in things if thing.is_taxable)
        whole = [{"name": "Tax", "rate": rate_of("", total, base), "amount_minor": total}]
    found: list[list[Tax]] = [[] for _ in things]
    for tax in whole:
        for of_thing, amount in zip(found, spread(tax["amount_minor"], _weights(tax, things)), strict=True):
            if amount:
                of_thing.append({**tax, "amount_minor": amount})
    return found


def _weights(tax: Tax, things: list[Taxable]) -> list[int]:
    """By what the things say of this very tax, else by what they cost."""
    key = (tax["name"], tax["rate"])
    own = [known(*(t["amount_minor"] for t in thing.own if (t["name"], t["rate"]) == key)) for thing in things]
    return own if any(own) else [max(thing.net, 0) if thing.is_taxable else 0 for thing in things]


def rate_of(name: str, amount: int | str, base: int) -> str:
    """The rate that a tax's name tells, as in "MwSt 19%"; else what the amount is of what was taxed."""
    told = _PERCENT.search(name)
    try:
        rate = Decimal(told[1].replace(",", ".")) / 100 if told else Decimal(known(amount)) / base
    except ArithmeticError:
        return "0"
    return _written(rate)


def _stated_rate(tax: Payload, amount: int | str, base: int) -> str:
    """The rate as our orders keep it; what is no number comes back as it is."""
    stated = tax.get("rate")
    if stated is None:
        return rate_of(text(tax, "title"), amount, base)
    try:
        return _written(Decimal(str(stated)))
    except ArithmeticError:
        return str(stated)


def _written(rate: Decimal) -> str:
    return format(round(rate, 5).normalize(), "f")
