"""How the pages put an order into words: its states, what happened to it, and why its locations were chosen."""

from oms.orders.words.alternatives import Other
from oms.orders.words.deliveries import promised
from oms.orders.words.events import told
from oms.orders.words.states import (
    CANCEL_REASONS,
    CHANGES,
    FULFILLMENT,
    GATEWAYS,
    HOLD_REASONS,
    METHODS,
    PAYMENT,
    PAYMENT_KINDS,
    TERMS,
    TRACKING,
    VERSIONS,
    WORK,
    cancel_reason,
    channel_name,
    country_name,
    gateway_name,
    tax_name,
)
from oms.routing.reasons import Chosen, reason, reasons
from oms.web.context import language_name

__all__ = [
    "CANCEL_REASONS",
    "CHANGES",
    "FULFILLMENT",
    "GATEWAYS",
    "HOLD_REASONS",
    "METHODS",
    "PAYMENT",
    "PAYMENT_KINDS",
    "TERMS",
    "TRACKING",
    "VERSIONS",
    "WORK",
    "Chosen",
    "Other",
    "cancel_reason",
    "channel_name",
    "country_name",
    "gateway_name",
    "language_name",
    "promised",
    "reason",
    "reasons",
    "tax_name",
    "told",
]
