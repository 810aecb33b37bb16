"""Which role may do what. One table; the page Settings > Roles shows it as it stands here."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

PERMISSIONS: dict[str, LazyString] = {
    "account": _l("Have an account: own language, password, sessions"),
    "orders.view": _l("See orders"),
    "orders.edit": _l("Take orders by phone; hold, cancel, note"),
    "stock.view": _l("See stock"),
    "stock.adjust": _l("Adjust and receive stock"),
    "stock.approve": _l("Approve large differences of a count"),
    "products.view": _l("See products"),
    "products.edit": _l("Change products"),
    "fulfillment.view": _l("See work to pick and ship"),
    "fulfillment.work": _l("Pick, pack and ship"),
    "pickup.view": _l("See pickups"),
    "pickup.work": _l("Prepare pickups and hand over"),
    "pickup.unlock": _l("Unlock a pickup after five wrong codes"),
    "invoices.view": _l("See and download invoices"),
    "channels.view": _l("See channels, imports and the quarantine"),
    "channels.manage": _l("Repair what is in quarantine; import files"),
    "mailbox.view": _l("Read what was sent to customers"),
    "automations.manage": _l("Make automations"),
    "routing.view": _l("See how orders get their locations"),
    "routing.manage": _l("Change how orders get their locations"),
    "reports.view": _l("See reports and the invariants"),
    "settings.manage": _l("Change settings; make API tokens"),
    "people.manage": _l("Manage people"),
}

_ALL = frozenset(PERMISSIONS)

ROLES: dict[str, frozenset[str]] = {
    "owner": _ALL,
    "manager": _ALL - {"people.manage"},
    "service": frozenset(
        {
            "account",
            "orders.view",
            "orders.edit",
            "stock.view",
            "products.view",
            "fulfillment.view",
            "pickup.view",
            "invoices.view",
            "channels.view",
            "channels.manage",
            "mailbox.view",
        }
    ),
    "warehouse": frozenset(
        {
            "account",
            "orders.view",
            "stock.view",
            "stock.adjust",
            "products.view",
            "fulfillment.view",
            "fulfillment.work",
        }
    ),
    "store": frozenset(
        {
            "account",
            "orders.view",
            "stock.view",
            "stock.adjust",
            "products.view",
            "fulfillment.view",
            "fulfillment.work",
            "pickup.view",
            "pickup.work",
        }
    ),
}
ROLE_NAMES: dict[str, LazyString] = {
    "owner": _l("Owner"),
    "manager": _l("Manager"),
    "service": _l("Customer service"),
    "warehouse": _l("Warehouse"),
    "store": _l("Store"),
}

# These see only the locations where they work, and nothing before they have one.
CONFINED_ROLES = frozenset({"warehouse", "store"})

# What other software may be allowed.
SCOPES: dict[str, LazyString] = {
    "orders:read": _l("Read orders"),
    "orders:write": _l("Place, change and cancel orders"),
    "fulfillment:read": _l("Read work to pick and ship"),
    "fulfillment:write": _l("Accept, reject and ship work"),
    "stock:read": _l("Read stock"),
    "stock:write": _l("Adjust, count and transfer stock"),
    "stock:approve": _l("Approve large differences of a count"),
    "products:read": _l("Read products"),
    "products:write": _l("Create and change products"),
    "automations:read": _l("Read automations"),
    "automations:write": _l("Make automations"),
}
