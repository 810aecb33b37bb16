"""What the states of fulfillment are called on screens, and sentences about what happened to it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

# State of a fulfillment order -> its name, its tone, and the mark of its badge (see templates/ui/badges.html).
STATES: dict[str, tuple[LazyString, str, str]] = {
    "planned": (_l("Waiting"), "", "hollow"),
    "released": (_l("To pick"), "info", "hollow"),
    "accepted": (_l("Accepted"), "info", "half"),
    "picking": (_l("Picking"), "info", "half"),
    "picked": (_l("Picked"), "info", "half"),
    "packed": (_l("Packed"), "info", "half"),
    "shipped": (_l("Shipped"), "good", "half"),
    "delivered": (_l("Delivered"), "good", "dot"),
    "ready_for_pickup": (_l("Ready for pickup"), "info", "half"),
    "collected": (_l("Collected"), "good", "dot"),
    "returned_to_stock": (_l("Back in stock"), "warn", "dot"),
    "rejected": (_l("Rejected"), "warn", "dot"),
    "canceled": (_l("Canceled"), "bad", "dot"),
}

TRACKING: dict[str, tuple[LazyString, str]] = {
    "pre_transit": (_l("Announced"), ""),
    "in_transit": (_l("On its way"), "info"),
    "out_for_delivery": (_l("Out for delivery"), "info"),
    "available_for_pickup": (_l("Waits at the carrier"), "warn"),
    "delivered": (_l("Delivered"), "good"),
    "exception": (_l("Delayed"), "warn"),
    "failure": (_l("Could not be delivered"), "bad"),
    "return_to_sender": (_l("On its way back"), "bad"),
    "lost": (_l("Lost"), "bad"),
    "unknown": (_l("Unknown"), ""),
}

# Why a location sends work away.
REJECTIONS: dict[str, LazyString] = {
    "no_capacity": _l("No time today"),
    "closed": _l("We are closed"),
    "not_found": _l("The goods are not here"),
    "damaged": _l("The goods are damaged"),
    "other": _l("Another reason"),
}


def rerouted(answer: Mapping[str, Any]) -> str:
    """Where units went that a location could not give, as fulfillment.short and reject tell it."""
    sentences = [
        ngettext(
            "%(num)s unit now comes from %(place)s.",
            "%(num)s units now come from %(place)s.",
            place["quantity"],
            place=place["name"],
        )
        for place in answer["places"]
    ]
    if answer["waiting"]:
        sentences.append(
            ngettext(
                "Nobody else has %(num)s unit; it waits for stock.",
                "Nobody else has %(num)s units; they wait for stock.",
                answer["waiting"],
            )
        )
    return " ".join(sentences) or _("Nothing else has to be found.")
