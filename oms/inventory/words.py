"""How stock is spoken of."""

from flask_babel import lazy_gettext as _l

from oms.inventory.queries import LOW

KINDS = {
    "received": (_l("Received"), "good"),
    "adjusted": (_l("Adjusted"), "info"),
    "shipped": (_l("Shipped"), ""),
    "collected": (_l("Handed over"), ""),
    "returned": (_l("Came back"), "good"),
    "short_picked": (_l("Not found"), "warn"),
    "transfer_out": (_l("Sent"), ""),
    "transfer_in": (_l("Transferred here"), "good"),
}
REASONS = {
    "counted": _l("Counted"),
    "damaged": _l("Damaged"),
    "lost": _l("Lost"),
    "found": _l("Found"),
    "sample": _l("Taken as a sample"),
    "correction": _l("Correction of a mistake"),
}
HOLDS = {
    "checkout": _l("Checkout"),
    "draft": _l("Draft order"),
    "exchange": _l("Exchange"),
    "change": _l("Order change"),
}
ASIDE = {"damaged": _l("Damaged"), "quality": _l("Quality in doubt"), "other": _l("Other: in the window, on loan")}
WHY = REASONS | {"surplus": _l("More than was sent")}
OUTCOMES = {
    "received": _l("Arrived well"),
    "damaged": _l("Damaged"),
    "lost": _l("Missing"),
    "surplus": _l("More than was sent"),
}
TRANSFERS = {
    "draft": (_l("Draft"), "", "hollow"),
    "ready": (_l("Ready to send"), "info", "hollow"),
    "in_transit": (_l("On its way"), "info", "half"),
    "partially_received": (_l("Partly received"), "warn", "half"),
    "received": (_l("Received"), "good", "dot"),
    "canceled": (_l("Canceled"), "", "dot"),
}
DELIVERIES = {"open": _l("Expected"), "late": _l("Late"), "done": _l("Done")}
SCOPES = {
    "full": _l("All of it"),
    "skus": _l("Some SKUs"),
    "bins": _l("A range of bins"),
    "oldest": _l("Those not counted for longest"),
    "busiest": _l("Those that moved most often"),
}
COUNTS = {
    "open": (_l("Being counted"), "info", "half"),
    "review": (_l("To look at"), "warn", "half"),
    "approved": (_l("Approved"), "good", "half"),
    "posted": (_l("Posted"), "good", "dot"),
    "canceled": (_l("Canceled"), "", "dot"),
}
TRACKING = {"none": _l("Not at all"), "lot": _l("By lot"), "serial": _l("Each by a serial number")}
SHOWN = {"all": _l("All"), "low": _l("Running low"), "out": _l("Sold out")}
PLACES = {
    "warehouse": _l("Warehouse"),
    "store": _l("Store"),
    "3pl": _l("Logistics partner"),
    "supplier": _l("Supplier who ships for us"),
}
DAYS = {
    "mon": _l("Monday"),
    "tue": _l("Tuesday"),
    "wed": _l("Wednesday"),
    "thu": _l("Thursday"),
    "fri": _l("Friday"),
    "sat": _l("Saturday"),
    "sun": _l("Sunday"),
}


def tone(available: int) -> str:
    """Red where nothing can be sold, amber where little can."""
    return "bad" if available <= 0 else "warn" if available <= LOW else ""
