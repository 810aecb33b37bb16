"""The matrix of SKUs and locations, and the same as a file."""

from typing import Any

from flask import redirect, request, stream_with_context, url_for
from sqlalchemy import Row
from werkzeug import Response

from oms.db import now
from oms.inventory import queries, words
from oms.inventory.queries import Filter
from oms.inventory.routes import bp
from oms.web import guard, page, search, spreadsheet

_COLUMNS = (
    "sku",
    "product",
    "variant",
    "category",
    "location",
    "bin",
    "on_hand",
    "reserved",
    "safety",
    "unavailable",
    "available",
)


@bp.get("/stock")
@guard("stock.view")
def index() -> Response:
    places = queries.locations()
    chosen = _chosen(places)
    if "go" in request.args and (hit := queries.variant_of_code(chosen.q)):
        return redirect(url_for("inventory.show", variant_id=hit), 303)
    before = search.typed(request.args.get("before", ""))
    found = queries.skus(chosen, search.typed(request.args.get("after", "")), before)
    skus = found[-queries.PAGE :] if before else found[: queries.PAGE]
    has_more = len(found) > queries.PAGE
    has_earlier = has_more if before else "after" in request.args
    return page(
        "inventory/index.html",
        "results",
        chosen=chosen,
        skus=skus,
        places=places,
        only=next((place for place in places if len(places) == 1 or place.id == chosen.location), None),
        categories=queries.categories(),
        earlier=skus[0].sku if skus and has_earlier else None,
        later=skus[-1].sku if skus and (has_more or before) else None,
        tabs=[
            {
                "label": label,
                "href": url_for("inventory.index", **(chosen.args | {"shows": shows})),
                "current": chosen.shows == shows,
            }
            for shows, label in words.SHOWN.items()
        ],
    )


@bp.get("/stock/export")
@guard("stock.view")
def export() -> Response:
    """Every level, as CSV."""
    lines = spreadsheet.lines(_COLUMNS, queries.export(_chosen(queries.locations())))
    response = Response(stream_with_context(lines), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"stock-{now():%Y-%m-%d}.csv")
    return response


def _chosen(places: list[Row[Any]]) -> Filter:
    """What the address asks for. Who sees one place only, sees what is kept there; a search goes through everything."""
    shows, location = request.args.get("shows", ""), request.args.get("location", "")
    q = search.typed(request.args.get("q", ""))
    asked = next((place.id for place in places if str(place.id) == location), None)
    return Filter(
        q=q,
        category=search.typed(request.args.get("category", "")),
        location=places[0].id if len(places) == 1 and not q else asked,
        shows=shows if shows in words.SHOWN else "all",
    )
