"""What happened to an order, as sentences. Each type of event has one; what is unknown here is told by its name."""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row

from oms.db.errors import REFUSALS
from oms.fulfillment.words import REJECTIONS
from oms.orders.words import promises
from oms.orders.words.states import HOLD_REASONS, PAYMENT_KINDS, TRACKING, cancel_reason, channel_name
from oms.web.formats import money, quantity

Data = dict[str, Any]


class Sentence(NamedTuple):
    text: str
    icon: str = "circle-dot"
    tone: str = ""
    note: str = ""


def told(event: Row[Any]) -> Sentence:
    """`event` has type, data, the name of its location, if any, as place, and the names that data speaks of as places."""
    if event.type in _EVENTS:
        return _EVENTS[event.type](event.data | {"places": event.places}, event.place or _("the location"))
    area, _dot, what = event.type.partition(".")
    if area == "payment":
        return _payment(what, event.data)
    if area == "promise":
        return Sentence(*promises.told(what, event.data))
    if area == "tracking":
        return _tracking(what, event.data)
    return Sentence(event.type.replace(".", ": ").replace("_", " "))


def _payment(kind: str, data: Data) -> Sentence:
    words = {"kind": str(PAYMENT_KINDS[kind]), "amount": money(data["amount_minor"], data["currency"])}
    note = data.get("note", "")
    if data.get("outcome") == "requested":
        return Sentence(_("%(kind)s of %(amount)s asked for", **words), "credit-card", "warn", note)
    if data.get("outcome", "succeeded") != "succeeded":
        return Sentence(_("%(kind)s of %(amount)s did not succeed", **words), "credit-card", "bad", note)
    return Sentence(
        _("%(kind)s of %(amount)s recorded", **words), "credit-card", "good" if kind == "capture" else "", note
    )


def _tracking(status: str, data: Data) -> Sentence:
    text = str(TRACKING.get(status, status))
    where = " · ".join(filter(None, [data.get("place"), data.get("description")]))
    tone = {"delivered": "good", "exception": "warn", "failure": "bad", "lost": "bad"}.get(status, "")
    return Sentence(_("Carrier: %(status)s", status=text), "truck", tone, where)


def _placed(data: Data, _place: str) -> Sentence:
    amount = money(data["total_minor"], data["currency"])
    return Sentence(
        _("Order placed on %(channel)s for %(amount)s", channel=channel_name(data["channel"]), amount=amount),
        "orders",
        "info",
    )


def _held(data: Data, _place: str) -> Sentence:
    return Sentence(_("Put on hold: %(reason)s", reason=HOLD_REASONS[data["reason"]]), "pause", "warn", data["note"])


def _hold_was_over(data: Data, _place: str) -> Sentence:
    if not data["missing"]:
        return Sentence(_("The stock held for it had been let go, and was reserved again"), "clock")
    missing = ngettext(
        "%(count)s unit is gone", "%(count)s units are gone", data["missing"], count=quantity(data["missing"])
    )
    return Sentence(
        _("It came after the stock held for it had been let go: %(missing)s", missing=missing), "clock", "warn"
    )


def _substituted(data: Data, _place: str) -> Sentence:
    words = {"count": quantity(data["quantity"]), "title": data["title"], "instead_of": data["instead_of"]}
    more = data["difference_minor"]
    price = ("+" if more > 0 else "") + money(more, data["currency"]) if more else ""
    agreed = _("the customer has agreed") if data["has_agreed"] else ""
    note = " · ".join(filter(None, [price, agreed]))
    return Sentence(_("%(count)s × %(title)s instead of %(instead_of)s", **words), "refresh", "info", note)


def _customer_asked(data: Data, _place: str) -> Sentence:
    words = {"count": quantity(data["quantity"]), "title": data["title"], "instead_of": data["instead_of"]}
    more = data["difference_minor"]
    price = ("+" if more > 0 else "") + money(more, data["currency"]) if more else ""
    return Sentence(
        _("Customer asked: %(count)s × %(title)s instead of %(instead_of)s?", **words), "mailbox", "info", price
    )


def _substitute_declined(data: Data, _place: str) -> Sentence:
    words = {"count": quantity(data["quantity"]), "title": data["title"]}
    return Sentence(_("The customer does not want %(count)s × %(title)s instead", **words), "ban", "warn")


def _unheld(data: Data, _place: str) -> Sentence:
    return Sentence(_("Hold taken off: %(reason)s", reason=HOLD_REASONS[data["reason"]]), "play")


def _canceled(data: Data, _place: str) -> Sentence:
    return Sentence(_("Order canceled: %(reason)s", reason=cancel_reason(data["reason"])), "ban", "bad", _choices(data))


def _lines_canceled(data: Data, _place: str) -> Sentence:
    words = {"lines": _units(data["lines"]), "reason": cancel_reason(data["reason"])}
    return Sentence(_("Canceled: %(lines)s (%(reason)s)", **words), "ban", "warn", _choices(data))


def _edited(data: Data, _place: str) -> Sentence:
    changes = [
        *(f"+{_units([line])}" for line in data["added"]),
        *(f"−{_units([line])}" for line in data["canceled"]),
        *([_("a new address")] if data["address"] else []),
        *([_("another delivery")] if data["delivery"] else []),
    ]
    words = {"changes": ", ".join(changes), "amount": money(data["difference_minor"], data["currency"])}
    note = " ".join(filter(None, [data["reason"], _choices(data)]))
    return Sentence(_("Order changed: %(changes)s. Difference: %(amount)s", **words), "edit", "info", note)


def _change(text: Callable[[], str]) -> Callable[[Data, str], Sentence]:
    return lambda data, _place: Sentence(text(), "edit", note=data.get("reason", ""))


def _units(lines: list[Data]) -> str:
    return ", ".join(f"{quantity(line['quantity'])} × {line['title']}" for line in lines)


def _choices(data: Data) -> str:
    """What was chosen about the goods, the money and the customer, where it isn't what usually happens."""
    said = [
        _("What was picked is set aside.") if data.get("restocks") is False else "",
        _("A refund was asked for.") if data.get("refunds") is True else "",
        _("The customer was not told.") if data.get("notifies") is False else "",
    ]
    return " ".join(filter(None, said))


def _reduced(data: Data, place: str) -> Sentence:
    words = {"count": quantity(data["quantity"]), "place": place}
    text = ngettext(
        "%(count)s unit less to do at %(place)s", "%(count)s units less to do at %(place)s", data["quantity"], **words
    )
    picked = data["picked"]
    put_back = ngettext(
        "%(count)s picked unit goes back.", "%(count)s picked units go back.", picked, count=quantity(picked)
    )
    return Sentence(text, "minus", "warn", put_back if picked else "")


def _canceled_too_late(data: Data, _place: str) -> Sentence:
    words = {"channel": channel_name(data["channel"]), "reason": cancel_reason(data["reason"])}
    return Sentence(_("Canceled on %(channel)s after it had left: %(reason)s", **words), "alert", "warn")


def _changed(data: Data, _place: str) -> Sentence:
    words = {"channel": channel_name(data["channel"]), "amount": money(data["total_minor"], data["currency"])}
    return Sentence(_("Changed on %(channel)s: the total there is now %(amount)s", **words), "edit", "warn")


def _assigned(data: Data, _place: str) -> Sentence:
    if data["name"] is None:
        return Sentence(_("Nobody looks after it any more"), "user")
    return Sentence(_("%(name)s looks after it", name=data["name"]), "user")


def _fields_set(data: Data, _place: str) -> Sentence:
    kept = [f"{change['label']}: {'–' if change['to'] is None else change['to']}" for change in data["changes"]]
    return Sentence(_("Details changed"), "edit", "", " · ".join(kept))


def _automation_failed(data: Data, _place: str) -> Sentence:
    refusal = REFUSALS.get(data["error"])
    told = _(refusal.message) if refusal and "%(" not in refusal.message else data["error"]
    return Sentence(_("Automation “%(name)s” failed; nothing of it was done", name=data["name"]), "alert", "bad", told)


def _routed(data: Data, _place: str) -> Sentence:
    places = ", ".join(data["places"]) or _("other locations")
    waiting = ngettext(
        "%(count)s unit waits for stock",
        "%(count)s units wait for stock",
        data["unfilled"],
        count=quantity(data["unfilled"]),
    )
    if not data["locations"]:
        return Sentence(_("No location has stock: %(waiting)s", waiting=waiting), "route", "warn")
    if data["unfilled"]:
        return Sentence(_("Assigned to %(places)s; %(waiting)s", places=places, waiting=waiting), "route", "warn")
    return Sentence(_("Assigned to %(places)s", places=places), "route")


def _shipped(data: Data, place: str) -> Sentence:
    tracking = " · ".join(filter(None, [data.get("carrier"), data.get("tracking_number")]))
    return Sentence(_("Shipped from %(place)s", place=place), "truck", "good", tracking)


def _short(data: Data, place: str) -> Sentence:
    words = {"quantity": quantity(data["quantity"]), "sku": data["sku"], "place": place}
    return Sentence(_("%(quantity)s × %(sku)s could not be found at %(place)s", **words), "alert", "bad")


def _ready(data: Data, place: str) -> Sentence:
    return Sentence(
        _("On shelf %(shelf)s at %(place)s, ready for pickup", shelf=data["shelf"], place=place), "shelf", "info"
    )


def _collected(data: Data, place: str) -> Sentence:
    proof = _("The code was right.") if data["proof"] == "code" else _("An identity document was shown.")
    return Sentence(_("Collected at %(place)s", place=place), "hand", "good", proof)


def _extended(data: Data, place: str) -> Sentence:
    words = {"count": quantity(data["days"]), "place": place}
    return Sentence(
        ngettext(
            "Waits %(count)s day longer at %(place)s", "Waits %(count)s days longer at %(place)s", data["days"], **words
        ),
        "clock",
    )


def _rejected(data: Data, place: str) -> Sentence:
    return Sentence(_("%(place)s can't do it", place=place), "x-circle", "warn", _reason(data))


def _work(text: Callable[[str], str], icon: str, tone: str = "") -> Callable[[Data, str], Sentence]:
    return lambda data, place: Sentence(text(place), icon, tone, _reason(data))


def _reason(data: Data) -> str:
    """What somebody wrote; the words that the functions themselves put there say nothing more."""
    reason = str(data.get("reason", ""))
    return (
        ""
        if reason in {"short", "undo", "changed", "merged", "moved", "not_collected", "declined"}
        else str(REJECTIONS.get(reason, reason))
    )


_EVENTS: dict[str, Callable[[Data, str], Sentence]] = {
    "order.placed": _placed,
    "order.released": lambda *_args: Sentence(_("Released to the locations"), "play"),
    "order.held": _held,
    "order.hold_was_over": _hold_was_over,
    "order.substituted": _substituted,
    "order.customer_asked": _customer_asked,
    "order.substitute_declined": _substitute_declined,
    "order.unheld": _unheld,
    "order.canceled": _canceled,
    "order.lines_canceled": _lines_canceled,
    "order.edited": _edited,
    "order.reopened": lambda data, _place: Sentence(_("Order reopened"), "undo", "info", data["reason"]),
    "order.change_proposed": _change(lambda: _("A change was worked out; what it adds is held")),
    "order.change_discarded": _change(lambda: _("A change that was worked out was discarded")),
    "order.change_expired": _change(lambda: _("A change that was worked out has expired")),
    "order.canceled_too_late": _canceled_too_late,
    "order.changed_on_channel": _changed,
    "order.note": lambda data, _place: Sentence(_("Note"), "note", "info", data["text"]),
    "order.tagged": lambda data, _place: Sentence(_("Tagged: %(tags)s", tags=", ".join(data["tags"])), "tag"),
    "order.untagged": lambda data, _place: Sentence(_("Tag taken off: %(tags)s", tags=", ".join(data["tags"])), "tag"),
    "order.attached": lambda data, _place: Sentence(_("File attached: %(name)s", name=data["name"]), "file"),
    "order.detached": lambda data, _place: Sentence(_("File removed: %(name)s", name=data["name"]), "file"),
    "order.assigned": _assigned,
    "order.fields_set": _fields_set,
    "order.prioritized": lambda data, _place: Sentence(
        _("To be picked first") if data["priority"] else _("To be picked in its turn"), "star"
    ),
    "automation.failed": _automation_failed,
    "request.routed": _routed,
    "request.profile_chosen": lambda data, _place: Sentence(
        _("From now on routed by the profile “%(profile)s”", profile=data["profile"]), "route", "info"
    ),
    "fulfillment.planned": _work(lambda place: _("Taken back from %(place)s", place=place), "pause", "warn"),
    "fulfillment.released": _work(lambda place: _("Work handed to %(place)s", place=place), "fulfillment"),
    "fulfillment.accepted": _work(lambda place: _("Accepted at %(place)s", place=place), "check"),
    "fulfillment.picking": _work(lambda place: _("Picking at %(place)s", place=place), "list"),
    "fulfillment.picked": _work(lambda place: _("Picked at %(place)s", place=place), "list"),
    "fulfillment.packed": _work(lambda place: _("Packed at %(place)s", place=place), "box-check"),
    "fulfillment.shipped": _shipped,
    "fulfillment.delivered": _work(lambda _place: _("Delivered to the customer"), "home", "good"),
    "fulfillment.rejected": _rejected,
    "fulfillment.canceled": _work(lambda place: _("Work stopped at %(place)s", place=place), "ban"),
    "fulfillment.short": _short,
    "fulfillment.reduced": _reduced,
    "fulfillment.split": lambda data, place: Sentence(
        _("%(into)s was split off %(number)s at %(place)s", into=data["into"], number=data["number"], place=place),
        "split",
    ),
    "fulfillment.merged": lambda data, place: Sentence(
        _("%(other)s was put into %(number)s at %(place)s", other=data["other"], number=data["number"], place=place),
        "list",
    ),
    "fulfillment.moved": lambda data, place: Sentence(
        _("%(number)s was moved from %(place)s to %(to)s", number=data["number"], place=place, to=data["to"]), "route"
    ),
    "pickup.ready": _ready,
    "pickup.reminded": _work(lambda _place: _("Customer reminded of the pickup"), "bell"),
    "pickup.collected": _collected,
    "pickup.expired": _work(
        lambda place: _("Not collected at %(place)s; the goods are back in stock", place=place), "undo", "warn"
    ),
    "pickup.extended": _extended,
    "pickup.moved": lambda data, place: Sentence(
        _("Moved to shelf %(shelf)s at %(place)s", shelf=data["shelf"], place=place), "shelf"
    ),
    "pickup.wrong_code": _work(
        lambda place: _("A wrong pickup code was given at %(place)s", place=place), "lock", "warn"
    ),
    "pickup.unlocked": _work(lambda place: _("Pickup unlocked at %(place)s", place=place), "lock"),
    "invoice.issued": lambda data, _place: Sentence(
        _("Invoice %(number)s issued", number=data["number"]), "invoices", "good"
    ),
}

# These say again what another event of the same moment says better.
REDUNDANT = frozenset({"fulfillment.ready_for_pickup", "fulfillment.collected", "fulfillment.returned_to_stock"})
