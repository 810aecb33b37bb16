"""Lots and serial numbers: who got them, and what is done when they are recalled."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import lots as stock
from oms.orders import recalls
from oms.orders.forms import RecallForm
from oms.orders.routes import bp
from oms.web import done, guard, page, search


def lot_or_404(lot_id: int) -> Row[Any]:
    """The lot, if some of it is or was where the reader works."""
    return stock.lot(lot_id) or abort(404)


@bp.get("/stock/lots")
@guard("orders.view")
def lots() -> Response:
    q = search.typed(request.args.get("q", ""))
    return page("orders/lots/index.html", q=q, lots=stock.found(q))


@bp.get("/stock/lots/<int:lot_id>")
@guard("orders.view")
def lot(lot_id: int) -> Response:
    found = lot_or_404(lot_id)
    return page(
        "orders/lots/show.html",
        lot=found,
        levels=stock.levels(lot_id),
        transfers=stock.transfers(lot_id),
        holders=recalls.holders(lot_id),
    )


@bp.get("/stock/lots/<int:lot_id>/contacts.csv")
@guard("orders.view")
def lot_contacts(lot_id: int) -> Response:
    """Whom to write to."""
    found = lot_or_404(lot_id)
    response = Response("".join(recalls.contacts(lot_id)), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=f"lot-{found.id}.csv")
    return response


@bp.get("/stock/lots/<int:lot_id>/recall/new")
@guard("products.edit")
def lot_recall_new(lot_id: int) -> Response:
    return page("orders/lots/recall.html", "dialog", lot=lot_or_404(lot_id), form=RecallForm())


@bp.post("/stock/lots/<int:lot_id>/recall")
@guard("products.edit")
def lot_recall(lot_id: int) -> Response:
    """Nothing of it is sold from now on, and the work that holds some of it gets other units."""
    found = lot_or_404(lot_id)
    form = RecallForm()
    if form.sent_well():
        try:
            outcome = call("fulfillment.replace_lot", p_lot_id=lot_id, p_reason=form.reason.data.strip())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.lot", lot_id=lot_id), _told(outcome))
    return page("orders/lots/recall.html", "dialog", lot=found, form=form)


@bp.post("/stock/lots/<int:lot_id>/replacement")
@guard("products.edit")
def lot_replace(lot_id: int) -> Response:
    """Try again for what still holds units of it."""
    lot_or_404(lot_id)
    return done(url_for("orders.lot", lot_id=lot_id), _told(call("fulfillment.replace_lot", p_lot_id=lot_id)))


def _told(outcome: dict[str, int]) -> str:
    return _(
        "%(swapped)s units replaced, %(rerouted)s looked for elsewhere, %(left)s still reserved.",
        swapped=outcome["swapped"],
        rerouted=outcome["rerouted"],
        left=outcome["left"],
    )
