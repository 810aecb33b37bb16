"""The pages of stock: the matrix of SKUs and locations, one SKU, what is done to its levels; and the locations."""

from typing import Any

from flask import Blueprint, abort, request
from sqlalchemy import Row

from oms.inventory import lots, queries, words

bp = Blueprint("inventory", __name__)


def variant_or_404(variant_id: int) -> Row[Any]:
    return queries.variant(variant_id) or abort(404)


def level_or_404(variant_id: int, location_id: int) -> Row[Any]:
    """A SKU's level at a location, if it is the reader's to see."""
    variant_or_404(variant_id)
    found = queries.levels(variant_id, location_id)
    return found[0] if found else abort(404)


def lot_or_404(variant_id: int, location_id: int) -> Row[Any] | None:
    """The lot that the address names, if it names one: there must be such a lot here."""
    if "lot" not in request.args:
        return None
    return lots.level(request.args.get("lot", 0, type=int), variant_id, location_id) or abort(404)


@bp.context_processor
def _words() -> dict[str, Any]:
    return {"words": words}


from oms.inventory.routes import (  # noqa: E402, F401 - they add to bp
    asides,
    counts,
    holds,
    incoming,
    index,
    levels,
    places,
    pools,
    show,
    supplying,
    tracking,
    transfers,
)
