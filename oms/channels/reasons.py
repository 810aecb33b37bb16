"""Why an order could not be placed, in a sentence for the person who repairs it.

The codes are those of channels._problems and its helpers, and of files. A reason carries what its sentence needs.
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from oms.db.errors import N_, REFUSALS
from oms.web.formats import money

Reason = Mapping[str, Any]

SENTENCES = {
    # The order as a whole
    "no_lines": N_("The order has no lines."),
    "bad_currency": N_("“%(currency)s” is no currency code such as EUR."),
    "bad_date": N_("“%(value)s” is no date that can be read."),
    "canceled": N_("The channel has canceled it."),
    "unknown_field": N_("This shop has no field “%(key)s”. Add it in the settings, or leave it out."),
    "bad_field": N_("What “%(label)s” says is not of the kind that the field takes."),
    "not_enough_stock": N_("Not enough stock of %(sku)s: %(available)s of %(wanted)s are available."),
    "not_placed": N_("It could not be placed: the database refused it (%(refusal)s)."),
    # Lines
    "missing_sku": N_("This line has no SKU, but something has to be delivered."),
    "unknown_sku": N_("There is no SKU “%(sku)s” in the catalog."),
    "inactive_sku": N_("%(sku)s is no longer sold."),
    "missing_title": N_("This line has neither SKU nor title."),
    "already_fulfilled": N_("The channel has sent %(fulfilled)s of these already."),
    "removed": N_("%(removed)s of these were taken off the order or refunded."),
    "bad_quantity": N_("“%(value)s” is no quantity."),
    # Amounts
    "missing_price": N_("There is no price."),
    "bad_price": N_("“%(value)s” is no price."),
    "bad_amount": N_("“%(value)s” is no amount."),
    "bad_tax": N_("“%(value)s” can't be read as part of a tax."),
    "bad_payment": N_("The payments can't be true: more went back than came in, or an amount can't be read."),
    "discount_too_large": N_("The discount is larger than what it is on."),
    "total_mismatch": N_("The channel says %(stated)s in total, but it adds up to %(computed)s."),
    "negative_total": N_("The total would be %(computed)s."),
    # Where to
    "unknown_country": N_("“%(country)s” is no country code such as DE."),
    "unknown_method": N_("“%(method)s” is no way to deliver."),
    "unknown_pickup_location": N_("There is no place to pick up called “%(location)s”."),
    # Rows of a file
    "sent_already": N_("Left out: it has been sent already."),
    "canceled_already": N_("Left out: it was canceled."),
    "no_name": N_("Left out: the row names no order."),
    "wrong_columns": N_("Left out: the row has more columns than the heading."),
    "repeated": N_("Left out: the rest of an order that stands further up in the file."),
    "refused": N_("Left out: it was refused."),
}
MISSING_ADDRESS = {
    "name": N_("The name is missing."),
    "line1": N_("The street is missing."),
    "city": N_("The city is missing."),
    "postal_code": N_("The postal code is missing."),
    "country_code": N_("The country is missing."),
}


def sentence(reason: Reason) -> str:
    """What is wrong, in the reader's language."""
    if reason["code"] == "missing_address":
        return _(MISSING_ADDRESS[reason["field"]])
    if reason["code"] in {"refused", "not_placed"} and reason.get("refusal") in REFUSALS:
        return _(REFUSALS[reason["refusal"]].message) % _Shown(reason)
    return _(SENTENCES[reason["code"]]) % _Shown(reason)


class _Shown(dict[str, Any]):
    """What a sentence may name, as the reader writes it; what is not given shows as nothing."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        for name in ("stated", "computed"):
            if name in reason:
                self[name] = money(reason[name], reason["currency"])

    def __missing__(self, name: str) -> str:
        return ""
