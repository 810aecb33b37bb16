"""The page of one fulfillment order, and the steps up to the full tote."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import call
from oms.fulfillment import queries, words
from oms.fulfillment.forms import QuantityForm, RejectionForm, ScanForm
from oms.fulfillment.routes import blueprint
from oms.fulfillment.routes.blueprint import answers_in_place, bp, refused, told, work_or_404
from oms.fulfillment.scans import product_code
from oms.web import done, guard


@bp.get("/<number>")
@guard("fulfillment.view")
def show(number: str) -> Response:
    return blueprint.show(number, "work_body")


@bp.post("/<number>/acceptance")
@guard("fulfillment.work")
@answers_in_place
def acceptance_create(number: str) -> Response:
    call("fulfillment.accept", p_order_id=work_or_404(number).id)
    return told(number, _("It is yours now."), url_for("fulfillment.acceptance_delete", number=number))


@bp.post("/<number>/acceptance/undo")
@guard("fulfillment.work")
@answers_in_place
def acceptance_delete(number: str) -> Response:
    call("fulfillment.give_back", p_order_id=work_or_404(number).id)
    return told(number, _("Given back. Put what you picked back on its shelf."))


@bp.post("/<number>/scans")
@guard("fulfillment.work")
@answers_in_place
def scan_create(number: str) -> Response:
    """A product counts; the number of other work leads to it."""
    work, form = work_or_404(number), ScanForm()
    if not form.sent_well():
        return refused(number, _("Nothing could be read. Scan again."), 422)
    code = product_code(form.code.data or "")
    other = queries.found_by(code)
    if other and other != number:
        return done(url_for("fulfillment.show", number=other))
    line_id = call("fulfillment.pick_code", p_order_id=work.id, p_code=code)
    return _picked(number, _line_or_404(work, line_id))


@bp.post("/<number>/lines/<int:line_id>/picks")
@guard("fulfillment.work")
@answers_in_place
def pick_create(number: str, line_id: int) -> Response:
    line = _line_or_404(work_or_404(number), line_id)
    call("fulfillment.pick", p_line_id=line.id, p_quantity=_quantity())
    return _picked(number, line)


@bp.post("/<number>/lines/<int:line_id>/picks/undo")
@guard("fulfillment.work")
@answers_in_place
def pick_delete(number: str, line_id: int) -> Response:
    line = _line_or_404(work_or_404(number), line_id)
    call("fulfillment.unpick", p_line_id=line.id, p_quantity=_quantity())
    return told(number, _("%(sku)s: put back.", sku=line.sku))


@bp.post("/<number>/lines/<int:line_id>/shortage")
@guard("fulfillment.work")
@answers_in_place
def shortage_create(number: str, line_id: int) -> Response:
    line = _line_or_404(work_or_404(number), line_id)
    answer = call("fulfillment.short", p_line_id=line.id, p_quantity=_quantity())
    return told(number, _("%(sku)s is not here.", sku=line.sku) + " " + words.rerouted(answer))


@bp.post("/<number>/rejection")
@guard("fulfillment.work")
@answers_in_place
def rejection_create(number: str) -> Response:
    work, form = work_or_404(number), RejectionForm()
    if not form.sent_well():
        return refused(number, _("Say why it cannot be done here."), 422, rejection=form)
    answer = call("fulfillment.reject", p_order_id=work.id, p_reason=form.reason.data)
    place = "fulfillment.index" if work.method == "ship" else "pickup.index"
    return done(url_for(place), _("%(number)s is off your list.", number=number) + " " + words.rerouted(answer))


def _picked(number: str, line: Row[Any]) -> Response:
    undo = url_for("fulfillment.pick_delete", number=number, line_id=line.id, quantity=_quantity())
    return told(number, _("%(sku)s: right.", sku=line.sku), undo)


def _line_or_404(work: Row[Any], line_id: int) -> Row[Any]:
    return queries.line_of(work.id, line_id) or abort(404)


def _quantity() -> int:
    """How many; in the address for an undo, in the form otherwise."""
    form = QuantityForm(request.args if "quantity" in request.args else request.form)
    return (form.quantity.data or 1) if form.validate() else abort(422)
