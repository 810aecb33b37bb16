"""One SKU: its levels, and the ledger of everything that moved it."""

from typing import Any

from flask import current_app, request
from sqlalchemy import Row
from werkzeug import Response

from oms.inventory import history, lots, queries
from oms.inventory.forms import PastForm
from oms.inventory.routes import bp, variant_or_404
from oms.web import guard, page
from oms.web.context import now


@bp.get("/stock/<int:variant_id>")
@guard("stock.view")
def show(variant_id: int) -> Response:
    return page("inventory/show.html", "levels", **shown(variant_id))


@bp.get("/stock/<int:variant_id>/kit")
@guard("stock.view")
def kit(variant_id: int) -> Response:
    """What a kit is made of, and how many are available."""
    return page(
        "inventory/kit.html",
        "kit",
        variant=variant_or_404(variant_id),
        kit=queries.kit(variant_id),
        parts=queries.parts(variant_id),
    )


@bp.get("/stock/<int:variant_id>/movements")
@guard("stock.view")
def movements(variant_id: int) -> Response:
    """The ledger alone, page by page."""
    return page("inventory/movements.html", "ledger", **shown(variant_id))


@bp.get("/stock/<int:variant_id>/past")
@guard("stock.view")
def past(variant_id: int) -> Response:
    """The levels as they stood at a moment; now, until one is chosen."""
    variant = variant_or_404(variant_id)
    form = PastForm(request.args) if "at" in request.args else PastForm(formdata=None, at=now())
    at = form.at.data if "at" not in request.args or form.validate() else None
    return page(
        "inventory/past.html", variant=variant, form=form, at=at, levels=history.as_of(variant_id, at) if at else []
    )


def shown(variant_id: int) -> dict[str, Any]:
    """Everything on the page of a SKU."""
    variant = variant_or_404(variant_id)
    at = request.args.get("location", type=int)
    ledger, older = queries.movements(variant_id, at, request.args.get("before", type=int))
    return {
        "variant": variant,
        "lots": lots.of_variant(variant_id) if variant.tracking != "none" else [],
        "levels": queries.levels(variant_id),
        "kit": queries.kit(variant_id),
        "parts": queries.parts(variant_id),
        "holds": queries.holds(variant_id),
        "ledger": ledger,
        "causes": _causes(ledger),
        "older": older,
        "at": at,
    }


def _causes(ledger: list[Row[Any]]) -> dict[tuple[str, int], str]:
    """The orders that movements were for: stock knows none, so whoever does is asked."""
    asked = [(movement.cause, movement.cause_id) for movement in ledger if movement.cause]
    return current_app.extensions["stock_causes"](asked)
