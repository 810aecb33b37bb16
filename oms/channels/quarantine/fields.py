"""Which places of an order may be repaired, how each is shown, and how what was typed is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from oms.web.forms import parse_money_or_keep, write_money

Json = Any


@dataclass(frozen=True)
class Field:
    """A kind of place: `pattern` of its pointers, and how text becomes what is kept there."""

    pattern: str
    label: LazyString
    read: Callable[[str, str], Json]
    is_amount: bool = False

    def show(self, kept: Json, currency: str) -> str:
        """What stands in the input: amounts as the reader writes them, anything else as it is."""
        if kept is None:
            return ""
        if self.is_amount and isinstance(kept, int):
            return write_money(kept, currency)
        return str(kept)


def _text(typed: str, _currency: str) -> Json:
    return typed.strip()


def _whole(typed: str, _currency: str) -> Json:
    """A whole number; what is none is kept, and remains a reason."""
    return int(typed) if typed.strip().isdecimal() else typed.strip()


def _amount(typed: str, currency: str) -> Json:
    return parse_money_or_keep(typed.strip(), currency) if typed.strip() else None


def _flag(typed: str, _currency: str) -> Json:
    return typed == "1"


FIELDS = (
    Field(r"/lines/\d+/sku", _l("SKU"), _text),
    Field(r"/lines/\d+/title", _l("Title"), _text),
    Field(r"/lines/\d+/quantity", _l("Quantity"), _whole),
    Field(r"/lines/\d+/unit_price_minor", _l("Price"), _amount, is_amount=True),
    Field(r"/lines/\d+/discount_minor", _l("Discount"), _amount, is_amount=True),
    Field(r"/lines/\d+/requires_shipping", _l("To be delivered"), _flag),
    Field(r"/lines/\d+/(fulfilled|removed)_quantity", _l("Done already"), _whole),
    Field(r"/(lines|charges)/\d+/taxes/\d+/amount_minor", _l("Tax"), _amount, is_amount=True),
    Field(r"/(lines|charges)/\d+/taxes/\d+/rate", _l("Tax rate, such as 0.19"), _text),
    Field(r"/(lines|charges)/\d+/taxes/\d+/name", _l("Name of the tax"), _text),
    Field(r"/charges/\d+/amount_minor", _l("Charge"), _amount, is_amount=True),
    Field(r"/payments/\d+/amount_minor", _l("Payment"), _amount, is_amount=True),
    Field(r"/discount_minor", _l("Discount"), _amount, is_amount=True),
    Field(r"/stated_total_minor", _l("Total on the channel"), _amount, is_amount=True),
    Field(r"/currency", _l("Currency"), _text),
    Field(r"/placed_at", _l("Ordered at"), _text),
    Field(r"/accept_total", _l("Take the channel's total"), _flag),
    Field(r"/stock_policy", _l("When stock is short"), _text),
    Field(r"/delivery/(method|location)", _l("Delivery"), _text),
    Field(r"/(ship_to|bill_to)/name", _l("Name"), _text),
    Field(r"/(ship_to|bill_to)/company", _l("Company"), _text),
    Field(r"/(ship_to|bill_to)/line1", _l("Street and number"), _text),
    Field(r"/(ship_to|bill_to)/line2", _l("Apartment, floor, building"), _text),
    Field(r"/(ship_to|bill_to)/postal_code", _l("Postal code"), _text),
    Field(r"/(ship_to|bill_to)/city", _l("City"), _text),
    Field(r"/(ship_to|bill_to)/region", _l("State or region"), _text),
    Field(r"/(ship_to|bill_to)/country_code", _l("Country"), _text),
)


def field_of(pointer: str) -> Field | None:
    """The field for a place; None where nothing may be changed."""
    return next((field for field in FIELDS if re.fullmatch(field.pattern, pointer)), None)
