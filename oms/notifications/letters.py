"""The words of each mail, in its reader's language.

templates/emails/<kind>.txt says what is particular to a kind of mail: subject, title, lead and the label of the button.
mail.html and mail.txt put that around what the mail is about. What opens something, the customer's link and the pickup
code, is not written but marked: the stored mail has a mark in its place, and only who sends or shows it fills it in.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from oms.customers.addresses import address_lines
from oms.fulfillment import carriers
from oms.inventory.hours import last_closing
from oms.notifications import queries
from oms.pickup.codes import code_of
from oms.web import documents
from oms.web.documents import Voice

LINK_MARK = "[[link]]"
CODE_MARK = "[[code]]"
_WAITING = {"pickup.ready", "pickup.reminded"}
_WITHOUT_ITEMS = {"invoice.issued", "order.customer_asked"}  # they name everything themselves
_TO_THE_TEAM = {"automation.told"}


@dataclass(frozen=True)
class Letter:
    """A mail as it is stored."""

    language: str
    subject: str
    text: str
    html: str


def is_still_so(message: Row[Any]) -> bool:
    """Whether what a message tells holds when it is sent: a pickup may have left its shelf again meanwhile."""
    return message.kind not in _WAITING or queries.waits(message.data["pickup_id"])


def is_to_the_team(message: Row[Any]) -> bool:
    """Whether its reader works here, and its link leads to the order's own page."""
    return message.kind in _TO_THE_TEAM


def write(message: Row[Any]) -> Letter:
    """Find the words of a message."""
    shop = queries.shop()
    order = queries.order(message.order_id)
    voice = Voice(documents.language_of(message.language), order.store["time_zone"] if order.store else shop.time_zone)
    about = {
        "shop": shop,
        "order": order,
        "event": message.data,
        "link": LINK_MARK,
        "code": CODE_MARK if message.kind in _WAITING else "",
        **_subject_matter(message, order, voice),
    }
    words = documents.words(f"emails/{message.kind.replace('.', '_')}.txt", voice, **about)
    return Letter(
        language=str(voice.locale),
        subject=" ".join(words["subject"].split()),
        text=documents.render("emails/mail.txt", voice, words=words, **about),
        html=documents.render("emails/mail.html", voice, words=words, **about),
    )


def filled_in(text: str, link: str, code: str) -> str:
    """A stored mail as its reader gets it."""
    return text.replace(LINK_MARK, link).replace(CODE_MARK, code)


def code_for(message: Row[Any], secret_key: str) -> str:
    """The pickup code that a message tells."""
    pickup = queries.pickup(message.data["pickup_id"]) if "pickup_id" in message.data else None
    return code_of(secret_key, pickup.nonce) if pickup else ""


def _subject_matter(message: Row[Any], order: Row[Any], voice: Voice) -> dict[str, Any]:
    """What the mail is about: a parcel, a pickup, an invoice that names everything itself, or the whole order."""
    parcel = queries.package(message.data["package_id"]) if message.data.get("package_id") else None
    pickup = queries.pickup(message.data["pickup_id"]) if message.data.get("pickup_id") else None
    work_id = parcel.order_id if parcel else pickup.fulfillment_order_id if pickup else None
    store = order.store
    return {
        "parcel": parcel,
        "carrier": carriers.name_of(parcel.carrier) if parcel else "",
        "items": _items(message, order, work_id),
        "store_lines": address_lines({**store, "name": ""}, store["country_code"], voice.locale) if store else [],
        "until": last_closing(store["hours"], pickup.expires_at, store["time_zone"]) if pickup else None,
    }


def _items(message: Row[Any], order: Row[Any], work_id: int | None) -> list[Any]:
    if message.kind in _WITHOUT_ITEMS:
        return []
    if message.kind == "order.lines_canceled":
        return list(message.data["lines"])
    if message.kind == "order.edited":
        return list(queries.kept_items(order.id))
    return list(queries.work_items(work_id) if work_id else queries.order_items(order.id))
