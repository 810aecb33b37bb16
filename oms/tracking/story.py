"""An order told to its customer: one sentence that says it all, how far it has come, and what happens next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from oms.inventory.hours import last_closing
from oms.web.documents import Voice

PARCEL = {
    "pre_transit": _l("Announced to the carrier"),
    "in_transit": _l("On its way"),
    "out_for_delivery": _l("Out for delivery"),
    "available_for_pickup": _l("Waiting at a parcel shop"),
    "delivered": _l("Delivered"),
    "exception": _l("Delayed"),
    "failure": _l("Could not be delivered"),
    "return_to_sender": _l("On its way back to us"),
    "lost": _l("Lost"),
    "unknown": _l("No news from the carrier"),
}
TROUBLE = {"exception", "failure", "return_to_sender", "lost"}


@dataclass(frozen=True)
class Facts:
    """What is known of an order (see queries.py)."""

    order: Row[Any]
    works: list[Row[Any]]
    parcels: list[Row[Any]]
    pickups: list[Row[Any]]
    now: datetime

    @property
    def ready(self) -> list[Row[Any]]:
        """Pickups that wait for their customer."""
        return [pickup for pickup in self.pickups if not pickup.collected_at and not pickup.returned_at]

    @property
    def under_way(self) -> list[Row[Any]]:
        """Parcels that have not arrived."""
        return [parcel for parcel in self.parcels if parcel.tracking_status != "delivered"]

    @property
    def is_begun(self) -> bool:
        """Somebody is picking or packing."""
        return any(work.state in {"picking", "picked", "packed"} for work in self.works)

    def is_expected(self, voice: Voice) -> bool:
        """There is a day by which all of it arrives or is ready, and it is not over."""
        day = self.order.expected_on
        return day is not None and not self.order.is_backordered and day >= self.now.astimezone(voice.zone).date()

    @property
    def waits_for_payment(self) -> bool:
        return self.order.terms == "prepaid" and self.order.payment_status in {"none", "partially_paid", "voided"}

    @property
    def gets_money_back(self) -> bool:
        return self.order.payment_status not in {"none", "authorized", "voided", "refunded"}


@dataclass(frozen=True)
class Story:
    """The sentence, what else is to say about it, and what comes next."""

    headline: str
    detail: str = ""
    next: str = ""


def tell(facts: Facts, voice: Voice) -> Story:
    """The story of an order as it stands."""
    if facts.order.fulfillment_status == "canceled":
        return _canceled(facts)
    if facts.order.method == "pickup":
        return _ready(facts, voice) or _collected(facts, voice) or _not_begun(facts, voice) or _preparing(facts, voice)
    return (
        _arrived(facts, voice)
        or _under_way(facts, voice)
        or _partly_arrived(facts)
        or _not_begun(facts, voice)
        or _packing(facts, voice)
    )


def until(facts: Facts, pickup: Row[Any]) -> datetime:
    """Until when a pickup can be collected: the store closes before the day ends."""
    store = facts.order.store
    return last_closing(store["hours"], pickup.expires_at, store["time_zone"])


def steps(facts: Facts, voice: Voice) -> list[dict[str, str]]:
    """How far it has come, for ui.steps."""
    if facts.order.fulfillment_status == "canceled":
        marks = [(_("Ordered"), facts.order.placed_at), (_("Canceled"), facts.order.canceled_at)]
        return _marked(marks, 1, voice)
    packed = min((work.packed_at for work in facts.works if work.packed_at), default=None)
    if facts.order.method == "pickup":
        marks = [
            (_("Ordered"), facts.order.placed_at),
            (_("Preparing"), packed),
            (_("Ready"), min((pickup.ready_at for pickup in facts.pickups), default=None)),
            (
                _("Collected"),
                max((pickup.collected_at for pickup in facts.pickups if pickup.collected_at), default=None),
            ),
        ]
    else:
        marks = [
            (_("Ordered"), facts.order.placed_at),
            (_("Packing"), packed),
            (_("On its way"), min((parcel.handed_over_at for parcel in facts.parcels), default=None)),
            (
                _("Delivered"),
                max((parcel.delivered_at for parcel in facts.parcels if parcel.delivered_at), default=None),
            ),
        ]
    return _marked(marks, _reached(facts), voice)


def _reached(facts: Facts) -> int:
    """How many steps lie behind; the one after them is where the order is now."""
    if facts.order.fulfillment_status == "delivered":
        return 4
    if facts.parcels or facts.ready:
        return 2
    return 1 if facts.is_begun else 0


def _marked(marks: list[tuple[str, datetime | None]], reached: int, voice: Voice) -> list[dict[str, str]]:
    return [
        {
            "label": label,
            "state": "done" if place < reached else "now" if place == reached else "next",
            "note": voice.weekday(at) if at and place <= reached else "",
        }
        for place, (label, at) in enumerate(marks)
    ]


def _canceled(facts: Facts) -> Story:
    detail = _("You'll get back what you paid for it, the same way you paid.") if facts.gets_money_back else ""
    if any(pickup.returned_at for pickup in facts.pickups):
        return Story(_("Your order was not collected"), detail)
    return Story(_("Your order is canceled"), detail)


def _arrived(facts: Facts, voice: Voice) -> Story | None:
    if facts.order.fulfillment_status != "delivered":
        return None
    days = [parcel.delivered_at for parcel in facts.parcels if parcel.delivered_at]
    if not days:
        return Story(_("Your order is complete"))
    return Story(_("Delivered on %(day)s", day=voice.weekday(max(days))))


def _under_way(facts: Facts, voice: Voice) -> Story | None:
    if not facts.under_way:
        return None
    statuses = {parcel.tracking_status for parcel in facts.under_way}
    rest = _("The rest of your order follows.") if facts.order.fulfillment_status == "partially_fulfilled" else ""
    if statuses & TROUBLE:
        return Story(
            _("There is a problem with your parcel"), _("We are looking after it. Write to us if you have a question.")
        )
    if "available_for_pickup" in statuses:
        return Story(_("Waiting for you at a parcel shop"), rest)
    if "out_for_delivery" in statuses:
        return Story(_("Arrives today"), rest)
    return _expected(facts, voice, rest)


def _expected(facts: Facts, voice: Voice, rest: str) -> Story:
    expected = max((parcel.expected_on for parcel in facts.under_way if parcel.expected_on), default=None)
    if expected is None:
        return Story(_("On its way to you"), rest)
    if expected < facts.now.astimezone(voice.zone).date():
        return Story(_("On its way to you"), _("It takes longer than we expected."))
    return Story(_("Arrives %(day)s", day=voice.weekday(expected)), rest)


def _partly_arrived(facts: Facts) -> Story | None:
    if not facts.parcels:
        return None
    if facts.order.is_backordered:
        return Story(
            _("Part of your order has arrived"),
            _("The rest is out of stock right now. We send it as soon as it is back."),
        )
    return Story(_("Part of your order has arrived"), _("The rest of your order follows."))


def _packing(facts: Facts, voice: Voice) -> Story:
    next_ = _("We pack it and hand it to the carrier. You'll get an e-mail as soon as it is on its way.")
    day = voice.weekday(facts.order.expected_on) if facts.is_expected(voice) else ""
    detail = _("Arrives by %(day)s", day=day) if day else ""
    return Story(_("We are packing your order") if facts.is_begun else _("We have your order"), detail, next_)


def _ready(facts: Facts, voice: Voice) -> Story | None:
    if not facts.ready:
        return None
    last = until(facts, facts.ready[0])
    headline = _(
        "Ready at %(store)s until %(day)s, %(time)s",
        store=facts.order.store["name"],
        day=voice.weekday(last),
        time=voice.time(last),
    )
    return Story(headline, _("Show the code below when you come."))


def _collected(facts: Facts, voice: Voice) -> Story | None:
    days = [pickup.collected_at for pickup in facts.pickups if pickup.collected_at]
    if facts.order.fulfillment_status != "delivered" or not days:
        return None
    return Story(_("Collected on %(day)s", day=voice.weekday(max(days))))


def _preparing(facts: Facts, voice: Voice) -> Story:
    where = _("You'll collect it at %(store)s.", store=facts.order.store["name"])
    if facts.is_expected(voice):
        where = " ".join([where, _("It should be ready on %(day)s.", day=voice.weekday(facts.order.expected_on))])
    return Story(
        _("We are preparing your order") if facts.is_begun else _("We have your order"),
        where,
        _("You'll get an e-mail as soon as it is ready. Please wait for it before you come."),
    )


def _not_begun(facts: Facts, voice: Voice) -> Story | None:
    """What keeps an order from being worked on."""
    if facts.is_begun:
        return None
    if facts.waits_for_payment:
        return Story(_("Waiting for your payment"), next=_("We start as soon as your payment has arrived."))
    if facts.order.is_on_hold:
        return Story(_("We are checking your order"), next=_("We'll write to you if we have a question."))
    if facts.order.is_backordered:
        promised_on = facts.order.promised_on
        if promised_on and promised_on >= facts.now.astimezone(voice.zone).date():
            return Story(_("Waiting for stock"), _("We expect it on %(day)s.", day=voice.weekday(promised_on)))
        return Story(
            _("Waiting for stock"),
            next=_("Something you ordered is out of stock right now. We continue as soon as it is back."),
        )
    return None
