"""What a delivery asks for, by its topic. All of it may come late, twice, and in any order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oms.channels.queries import is_known
from oms.channels.shopify.orders import is_canceled, is_sent, order_of
from oms.channels.shopify.payload import Payload, items, parse, part, text
from oms.channels.shopify.products import product_of
from oms.db import call


@dataclass(frozen=True)
class Outcome:
    """What became of a delivery, or of one thing in it."""

    state: str  # of channels.inbox
    order_id: int | None = None
    quarantine_id: int | None = None


IGNORED = Outcome("ignored")
_BY_WEIGHT = ("quarantined", "processed", "ignored")


def process(channel: Any, topic: str, body: str) -> Outcome:
    """Do what a delivery asks for; of several things in it, the outcome that most needs a person."""
    work = _TOPICS.get(topic)
    if work is None:
        return IGNORED
    noun = topic.partition("/")[0]
    outcomes = [work(channel, payload) for payload in _payloads(parse(body), noun) if text(payload, "id")]
    return min(outcomes, key=lambda outcome: _BY_WEIGHT.index(outcome.state), default=IGNORED)


def _payloads(document: Any, noun: str) -> list[Payload]:
    """A webhook brings one bare object; Shopify's API wraps it by its name, alone or in a list. We take them all."""
    wrapped = {"things": document} if isinstance(document, list) else {"things": document.get(noun)}
    several = items(wrapped, "things")
    return several or [part(document, noun.removesuffix("s")) or document] if isinstance(document, dict) else several


def _place(channel: Any, payload: Payload) -> Outcome:
    order = order_of(payload, channel.code)
    if is_canceled(payload):
        return _cancel(channel, payload)
    return _outcome(call("channels.place", p_channel=channel.code, p_order=order))


def _follow(channel: Any, payload: Payload) -> Outcome:
    """News of an order. One that we never had and that has gone out already is none of our work."""
    if is_sent(payload) and not is_known(channel.code, text(payload, "id")):
        return IGNORED
    return _place(channel, payload)


def _cancel(channel: Any, payload: Payload) -> Outcome:
    order, reason = order_of(payload, channel.code), text(payload, "cancel_reason") or "other"
    return _outcome(call("channels.cancel", p_channel=channel.code, p_order=order, p_reason=reason))


def _save_product(channel: Any, payload: Payload) -> Outcome:
    product = product_of(payload, channel.currency)
    if product is None:
        return IGNORED
    call("catalog.save_product", p_product=product)
    return Outcome("processed")


_TOPICS: dict[str, Callable[[Any, Payload], Outcome]] = {
    "orders/create": _place,
    "orders/updated": _follow,
    "orders/paid": _follow,
    "orders/cancelled": _cancel,
    "products/create": _save_product,
    "products/update": _save_product,
}


def _outcome(answer: dict[str, Any]) -> Outcome:
    is_ours = answer["outcome"] in {"placed", "known"}
    return Outcome("processed" if is_ours else "quarantined", answer.get("order_id"), answer.get("quarantine_id"))
