"""What stock is promised to, beside the pages of stock."""

from flask import Blueprint, abort
from werkzeug import Response

from oms.demand import queries
from oms.inventory.queries import levels, variant
from oms.web import guard, page

bp = Blueprint("demand", __name__)


@bp.get("/stock/<int:variant_id>/<int:location_id>/reservations")
@guard("stock.view")
def reservations(variant_id: int, location_id: int) -> Response:
    """Say why so much is available here, and no more."""
    known = variant(variant_id) or abort(404)
    found = levels(variant_id, location_id) or abort(404)
    return page(
        "demand/reservations.html",
        "dialog",
        variant=known,
        level=found[0],
        reservations=queries.reservations(variant_id, location_id),
    )


@bp.get("/stock/<int:variant_id>/waiting")
@guard("stock.view")
def waiting(variant_id: int) -> Response:
    """Orders that wait for this SKU; part of its page, loaded by it."""
    return page(
        "demand/waiting.html", "waiting", variant=variant(variant_id) or abort(404), waiting=queries.waiting(variant_id)
    )
