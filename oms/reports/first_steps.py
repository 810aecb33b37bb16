"""What a new shop needs before its first order, and how far it has come."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from oms.db import row, value


@dataclass(frozen=True)
class Step:
    """One thing to do, and the page where it is done."""

    title: LazyString
    hint: LazyString
    endpoint: str
    is_done: bool


def is_over() -> bool:
    """Whether nobody has to be told any more: orders come in, or everything is ready for them."""
    return bool(value("select exists (select from orders.orders)")) or all(step.is_done for step in steps())


def steps() -> list[Step]:
    """In the order in which one leads to the next."""
    done = row(
        "select (select name <> 'My shop' and city <> '' from db.shop) as shop,"
        " exists (select from inventory.locations where is_active) as location,"
        " exists (select from catalog.variants where is_active) as product,"
        " exists (select from inventory.movements) as stock,"
        " exists (select from channels.channels where is_active) as channel"
    )
    assert done is not None  # noqa: S101 - a query without a table has one row
    return [
        Step(
            _l("Say who you are"),
            _l("Name, address and language: they stand on invoices and mails."),
            "web.settings_shop",
            done.shop,
        ),
        Step(
            _l("Add a location"),
            _l("A warehouse or a store: orders are sent from it, or collected there."),
            "inventory.location_create",
            done.location,
        ),
        Step(
            _l("Add a product"),
            _l("With a SKU, a price and a barcode. A shop that you connect brings its own."),
            "catalog.product_create",
            done.product,
        ),
        Step(_l("Receive stock"), _l("What is there can be sold, and no more."), "inventory.index", done.stock),
        Step(
            _l("Connect a channel"),
            _l("A web shop, a marketplace, the phone: where orders come from."),
            "channels.channel_create",
            done.channel,
        ),
    ]
