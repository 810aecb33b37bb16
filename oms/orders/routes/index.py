"""The list of orders, what is new in it, and the list as a file."""

from typing import Any

from flask import current_app, redirect, request, stream_with_context, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row
from werkzeug import Response

from oms.db import acting_as, current_actor, transaction
from oms.orders import details, drafts, export, listing, views
from oms.orders.filters import COUNTED, PERIODS, VIEWS, Chosen, Filter, location_names
from oms.orders.listing import Place
from oms.orders.routes import bp
from oms.orders.words import FULFILLMENT, PAYMENT, channel_name
from oms.web import guard, htmx, page
from oms.web.context import can, now
from oms.web.formats import quantity


@bp.get("/orders")
@guard("orders.view")
def index() -> Response:
    chosen = Filter.of(request.args)
    if "go" in request.args:
        return _go(chosen)
    with transaction():
        listed = _listed(chosen)
    response = page("orders/index.html", "results", chosen=chosen, new_order_href=_new_order_href(), **listed)
    if htmx.asked().wants_part:
        htmx.tell(response, replace_url=url_for("orders.index", **chosen.args))
    return response


@bp.get("/orders/arrivals")
@guard("orders.view")
def arrivals() -> Response:
    """How many have come in since the list was shown; the list itself does not move under anybody's hand."""
    chosen = Filter.of(request.args)
    after = request.args.get("after", 0, int)
    return page("orders/_arrivals.html", chosen=chosen, after=after, arrived=listing.arrived_since(chosen, after))


@bp.get("/orders/export.csv")
@guard("orders.view")
def export_show() -> Response:
    """The list as a file, or what was chosen of it; written while it is read, with the reader's rights."""
    ticked = request.args.getlist("id") if request.args.get("scope") == "chosen" else []
    chosen = Chosen.of(ticked) if ticked else Filter.of(request.args)
    actor, lines = current_actor(), export.csv(listing.every(chosen))

    def written() -> "export.Lines":
        with acting_as(actor):
            yield from lines

    response = Response(stream_with_context(written()), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="orders-{now():%Y-%m-%d}.csv"'
    return response


def _go(chosen: Filter) -> Response:
    """Enter in the search box opens what it names; otherwise it shows what it finds."""
    number = listing.hit(chosen.q) if chosen.q else None
    if number is None and chosen.q and listing.count(chosen) == 1:
        number = listing.page_of(chosen).orders[0].number
    if number:
        return redirect(url_for("orders.show", number=number), 303)
    return redirect(url_for("orders.index", **chosen.args), 303)


def _how_many(count: int) -> str:
    if count > listing.MOST_COUNTED:
        return _("more than %(count)s orders", count=quantity(listing.MOST_COUNTED))
    return str(ngettext("%(count)s order", "%(count)s orders", count, count=quantity(count)))


def _new_order_href() -> str | None:
    """Orders by phone come in through channels, which stand above; where that page is there, it is linked."""
    if "channels.phone_order_new" not in current_app.view_functions or not can("orders.edit"):
        return None
    return url_for("channels.phone_order_new")


def _listed(chosen: Filter) -> dict[str, Any]:
    """What the page of the list shows."""
    shown = listing.page_of(
        chosen, older=Place.parse(request.args.get("older", "")), newer=Place.parse(request.args.get("newer", ""))
    )
    count = listing.count(chosen)
    saved = views.every()
    return {
        "shown": shown,
        "how_many": _how_many(count),
        "is_all_shown": count <= len(shown.orders),
        "tabs": _tabs(chosen, saved),
        "saved": next((view for view in saved if views.filter_of(view) == chosen), None),
        "choices": _choices(),
        "newest_id": listing.newest_id(),
    }


def _tabs(chosen: Filter, saved: list[Row[Any]]) -> list[dict[str, object]]:
    """The views that everybody has, what waits to be placed, and the views that people have saved."""
    counts = listing.counts()
    is_saved = any(views.filter_of(view) == chosen for view in saved)
    kept = Filter() if is_saved else chosen  # who leaves a saved view leaves its filters
    tabs: list[dict[str, object]] = [
        {
            "label": view.label,
            "href": url_for("orders.index", **kept.but(view=name).args),
            "current": name == chosen.view and not is_saved,
            "count": counts[name] if name in COUNTED else None,
        }
        for name, view in VIEWS.items()
    ]
    if can("orders.edit") and (count := drafts.count()):
        tabs.append({"label": _("Drafts"), "href": url_for("orders.drafts_index"), "current": False, "count": count})
    for view in saved:
        shown = views.filter_of(view)
        tabs.append({"label": view.name, "href": url_for("orders.index", **shown.args), "current": shown == chosen})
    return tabs


def _choices() -> dict[str, list[tuple[str, str]]]:
    """What the filters offer, each with "any" first."""
    return {
        "payment": [("", _("Any")), *((name, str(badge.label)) for name, badge in PAYMENT.items())],
        "fulfillment": [("", _("Any")), *((name, str(badge.label)) for name, badge in FULFILLMENT.items())],
        "channel": [("", _("Any")), *((code, channel_name(code)) for code in listing.channels())],
        "location": [("", _("Any")), *((str(number), name) for number, name in location_names().items())],
        "tag": [("", _("Any")), *((tag, tag) for tag in details.tags())],
        "assignee": [("", _("Anybody")), *((str(person.id), person.name) for person in details.people())],
        "field": [("", "–"), *((field.key, field.label) for field in details.fields())],
        "placed": [("", _("Any time")), *((name, str(label)) for name, label in PERIODS.items())],
    }
