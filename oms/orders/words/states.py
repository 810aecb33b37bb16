"""Each state as a badge: label, tone and mark. Hollow is not begun, half is under way, a dot is done."""

from typing import Any, NamedTuple

from flask import current_app, g
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from oms.web.context import get_locale
from oms.web.formats import percent


class Badge(NamedTuple):
    label: LazyString
    tone: str = ""
    mark: str = "dot"


PAYMENT: dict[str, Badge] = {
    "none": Badge(_l("Unpaid"), "warn", "hollow"),
    "authorized": Badge(_l("Authorized"), "info", "half"),
    "partially_paid": Badge(_l("Partly paid"), "warn", "half"),
    "paid": Badge(_l("Paid")),
    "overpaid": Badge(_l("Refund due"), "bad", "half"),
    "partially_refunded": Badge(_l("Partly refunded"), mark="half"),
    "refunded": Badge(_l("Refunded")),
    "voided": Badge(_l("Void"), mark="hollow"),
}
FULFILLMENT: dict[str, Badge] = {
    "unfulfilled": Badge(_l("Unfulfilled"), "warn", "hollow"),
    "in_progress": Badge(_l("In progress"), "info", "half"),
    "partially_fulfilled": Badge(_l("Partly fulfilled"), "info", "half"),
    "fulfilled": Badge(_l("Fulfilled"), "good"),
    "delivered": Badge(_l("Delivered"), "good"),
    "canceled": Badge(_l("Canceled"), mark="none"),
}
# Fulfillment orders
WORK: dict[str, Badge] = {
    "planned": Badge(_l("Waiting for release"), "warn", "hollow"),
    "released": Badge(_l("To accept"), "info", "hollow"),
    "accepted": Badge(_l("Accepted"), "info", "half"),
    "picking": Badge(_l("Picking"), "info", "half"),
    "picked": Badge(_l("Picked"), "info", "half"),
    "packed": Badge(_l("Packed"), "info", "half"),
    "shipped": Badge(_l("Shipped"), "good"),
    "delivered": Badge(_l("Delivered"), "good"),
    "ready_for_pickup": Badge(_l("Ready for pickup"), "info", "half"),
    "collected": Badge(_l("Collected"), "good"),
    "returned_to_stock": Badge(_l("Not collected"), mark="none"),
    "rejected": Badge(_l("Rejected"), mark="none"),
    "canceled": Badge(_l("Canceled"), mark="none"),
}
TRACKING: dict[str, LazyString] = {
    "pre_transit": _l("Announced to the carrier"),
    "in_transit": _l("On its way"),
    "out_for_delivery": _l("Out for delivery"),
    "available_for_pickup": _l("Waiting at a parcel shop"),
    "delivered": _l("Delivered"),
    "exception": _l("Delayed"),
    "failure": _l("Delivery failed"),
    "return_to_sender": _l("On its way back"),
    "lost": _l("Lost"),
    "unknown": _l("Unknown to the carrier"),
}
PAYMENT_KINDS: dict[str, LazyString] = {
    "authorize": _l("Authorization"),
    "capture": _l("Payment"),
    "void": _l("Authorization voided"),
    "refund": _l("Refund"),
    "chargeback": _l("Chargeback"),
    "reversal": _l("Chargeback reversed"),
}
HOLD_REASONS: dict[str, LazyString] = {
    "fraud": _l("Suspected fraud"),
    "payment": _l("Payment to be checked"),
    "address": _l("Address to be checked"),
    "stock": _l("Stock to be checked"),
    "customer_request": _l("The customer asked for it"),
    "manual": _l("Another reason"),
}
CANCEL_REASONS: dict[str, LazyString] = {
    "customer": _l("The customer changed their mind"),
    "stock": _l("It can't be delivered"),
    "payment": _l("It wasn't paid"),
    "fraud": _l("Fraud"),
    "mistake": _l("It was placed by mistake"),
    "other": _l("Another reason"),
}
METHODS: dict[str, LazyString] = {"ship": _l("Ship"), "pickup": _l("Pick up at a store")}
VERSIONS: dict[str, LazyString] = {
    "placed": _l("As it was placed"),
    "edited": _l("Changed"),
    "lines_canceled": _l("Canceled in part"),
    "canceled": _l("Canceled"),
    "reopened": _l("Reopened"),
}
CHANGES: dict[str, Badge] = {
    "draft": Badge(_l("Waits for a decision"), "warn", "half"),
    "confirmed": Badge(_l("Confirmed"), "good"),
    "discarded": Badge(_l("Discarded"), mark="none"),
    "expired": Badge(_l("Expired"), mark="none"),
}
GATEWAYS: dict[str, LazyString] = {
    "bank_transfer": _l("Bank transfer"),
    "cash": _l("Cash"),
    "card_terminal": _l("Card terminal"),
    "other": _l("Another way"),
}
TERMS: dict[str, LazyString] = {
    "prepaid": _l("Paid in advance"),
    "on_pickup": _l("Paid at pickup"),
    "invoice": _l("Paid on invoice"),
}


def cancel_reason(reason: str) -> str:
    """One of ours in the reader's language, or what a channel gave, as it is."""
    return str(CANCEL_REASONS.get(reason, reason))


def channel_name(code: str) -> str:
    """What the team calls a channel. Channels stand above orders; app.py hands in who knows their names."""
    if "channel_names" not in g:
        g.channel_names = current_app.extensions.get("channel_names", dict)()
    return str(g.channel_names.get(code, code))


def gateway_name(code: str) -> str:
    """Our own ways to pay in the reader's language; a payment provider by its name."""
    return str(GATEWAYS.get(code) or code.replace("_", " ").capitalize())


def country_name(code: str) -> str:
    return str(get_locale().territories.get(code, code))


def tax_name(tax: Row[Any]) -> str:
    """Its name with its rate, which many channels put into the name already."""
    return str(tax.name) if "%" in tax.name else f"{tax.name} {percent(tax.rate)}"
