"""The list of fulfillment orders to work on."""

from typing import Any

from flask import redirect, request, url_for
from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug import Response

from oms.db import DomainError, call
from oms.fulfillment import queries, words
from oms.fulfillment.routes.blueprint import bp
from oms.fulfillment.scans import product_code
from oms.web import done, guard, page

LAST_PAGE = 200  # whoever looks for something older searches for it

TAB_NAMES: dict[str, LazyString] = {
    "to-pick": _l("To pick"),
    "picking": _l("Picking"),
    "to-pack": _l("To pack"),
    "to-ship": _l("To ship"),
    "waiting": _l("Waiting"),
    "done": _l("Done"),
}


@bp.get("")
@guard("fulfillment.view")
def index() -> Response:
    tab = request.args.get("tab", "to-pick")
    tab = tab if tab in queries.TABS else "to-pick"
    places = queries.places()
    chosen = request.args.get("location", type=int)
    filters: dict[str, Any] = {
        "location_id": chosen if chosen in {place.id for place in places} else None,
        "only_late": request.args.get("late") == "1",
        "search": request.args.get("q", "").strip()[:100],
    }
    number = min(max(request.args.get("page", 1, int), 1), LAST_PAGE)
    found = queries.works(tab, **filters, page=number)
    return page(
        "fulfillment/index.html",
        "work_list",
        tab=tab,
        tabs=_tabs(tab, filters),
        filters=filters,
        places=places,
        works=found[: queries.PAGE_SIZE],
        number=number,
        has_more=len(found) > queries.PAGE_SIZE,
        states=words.STATES,
    )


@bp.get("/found")
@guard("fulfillment.view")
def find() -> Response:
    """Where a scan on the list leads: to the fulfillment order, or to those that need the product."""
    code = product_code(request.args.get("code", ""))
    number = queries.found_by(code)
    if number:
        return redirect(url_for("fulfillment.show", number=number), 303)
    return redirect(url_for("fulfillment.index", q=code), 303)


@bp.post("/acceptances")
@guard("fulfillment.work")
def acceptances_create() -> Response:
    """Take several on at once; those that somebody else has meanwhile stay theirs."""
    taken = 0
    refusals = []
    for work in queries.works_by_id(request.form.getlist("id", type=int)):
        try:
            call("fulfillment.accept", p_order_id=work.id)
            taken += 1
        except DomainError as error:
            refusals.append(f"{work.number}: {error.message}")
    told = [ngettext("%(num)s is yours now.", "%(num)s are yours now.", taken), *refusals]
    return done(
        url_for("fulfillment.index", tab="picking"), " ".join(told) if taken or refusals else _("Nothing was chosen.")
    )


def _tabs(current: str, filters: dict[str, Any]) -> list[dict[str, Any]]:
    counts = queries.counts(filters["location_id"])
    return [
        {
            "label": label,
            "href": url_for("fulfillment.index", tab=tab, location=filters["location_id"], q=filters["search"] or None),
            "current": tab == current,
            "count": counts.get(tab),
        }
        for tab, label in TAB_NAMES.items()
    ]
