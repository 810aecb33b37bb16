"""The sidebar and the settings page: what leads where, for whom. Domains that are not there do not show."""

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from oms.web.context import can


@dataclass(frozen=True)
class Entry:
    """One place to go. `keys` is the shortcut after `g`. What lies below its address belongs to it, whoever serves it."""

    endpoint: str
    label: LazyString
    icon: str
    permission: str
    keys: str = ""
    hint: LazyString | str = ""

    @property
    def url(self) -> str:
        return url_for(self.endpoint)

    @property
    def is_current(self) -> bool:
        if any(entry.is_above for group in SIDEBAR for entry in group):
            return self.is_above
        return not request.path.startswith("/settings") and request.blueprint == self.endpoint.partition(".")[0]

    @property
    def is_above(self) -> bool:
        return f"{request.path}/".startswith(f"{self.url}/")


SIDEBAR: tuple[tuple[Entry, ...], ...] = (
    (
        Entry("orders.index", _l("Orders"), "orders", "orders.view", "o"),
        Entry("fulfillment.index", _l("Fulfillment"), "fulfillment", "fulfillment.view", "f"),
        Entry("pickup.index", _l("Pickup"), "pickup", "pickup.view", "p"),
    ),
    (
        Entry("inventory.index", _l("Stock"), "stock", "stock.view", "i"),
        Entry("catalog.index", _l("Products"), "products", "products.view", "a"),
    ),
    (
        Entry("invoices.index", _l("Invoices"), "invoices", "invoices.view", "n"),
        Entry("channels.index", _l("Channels"), "channels", "channels.view", "c"),
        Entry("notifications.index", _l("Mailbox"), "mailbox", "mailbox.view", "m"),
        Entry("reports.index", _l("Reports"), "reports", "reports.view", "r"),
    ),
)
_WORK = (("pickup.index", "pickup.work"), ("fulfillment.index", "fulfillment.work"))
SETTINGS: tuple[Entry, ...] = (
    Entry(
        "web.settings_shop",
        _l("Shop"),
        "building",
        "settings.manage",
        hint=_l("The company as it stands on invoices and mails."),
    ),
    Entry("auth.people", _l("People"), "people", "people.manage", hint=_l("Who works here, in which role, and where.")),
    Entry("auth.roles", _l("Roles"), "shield", "settings.manage", hint=_l("What each role may see and do.")),
    Entry("auth.tokens", _l("API tokens"), "key", "settings.manage", hint=_l("Keys for other software.")),
    Entry(
        "inventory.locations", _l("Locations"), "map-pin", "settings.manage", hint=_l("Warehouses, stores, partners.")
    ),
    Entry(
        "routing.index",
        _l("Routing"),
        "route",
        "routing.view",
        hint=_l("Where orders are sent from, in plain sentences."),
    ),
    Entry(
        "orders.fields",
        _l("Order fields"),
        "list",
        "settings.manage",
        hint=_l("What you write on orders besides the usual."),
    ),
    Entry(
        "automations.index",
        _l("Automations"),
        "zap",
        "automations.manage",
        hint=_l("What happens by itself: when this, and that, then do this."),
    ),
    Entry("catalog.taxes", _l("Taxes"), "coins", "settings.manage", hint=_l("Rates by country, with their source.")),
    Entry(
        "web.styleguide",
        _l("Style guide"),
        "tool",
        "settings.manage",
        hint=_l("Every part of the screens, to look at."),
    ),
)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(sidebar=sidebar, settings_entries=lambda: _reachable(SETTINGS))


def sidebar() -> list[list[Entry]]:
    """The groups of the sidebar, without what the reader may not see."""
    return [group for group in map(_reachable, SIDEBAR) if group]


def home() -> str:
    """Where somebody lands after logging in: who works with their hands, at their work; else the first place they may go.

    A new shop has first steps to take, for whoever sets it up (app.extensions).
    """
    if can("settings.manage") and not current_app.extensions["is_set_up"]():
        return url_for("reports.first_steps")
    places = {entry.endpoint: entry for group in sidebar() for entry in group}
    work = [] if can("orders.edit") else [endpoint for endpoint, permission in _WORK if can(permission)]
    return next((places[endpoint].url for endpoint in (*work, *places) if endpoint in places), url_for("auth.profile"))


def _reachable(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if entry.endpoint in current_app.view_functions and can(entry.permission)]
