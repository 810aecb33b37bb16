"""Work put into another shape before it is packed: split, put together, or moved to another location."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.fulfillment import queries
from oms.fulfillment.forms import SplitForm
from oms.fulfillment.routes.blueprint import bp, work_or_404
from oms.web import done, guard, page


@bp.get("/<number>/rearrangement")
@guard("fulfillment.view")
def rearrangement(number: str) -> Response:
    return _shown(number)


@bp.post("/<number>/split")
@guard("fulfillment.work")
def split_create(number: str) -> Response:
    form = SplitForm()
    if not form.sent_well():
        return _shown(number, form)
    try:
        new = call("fulfillment.split", p_order_id=work_or_404(number).id, p_lines=form.units())
    except DomainError as error:
        form.refuse(error)
        return _shown(number, form)
    undo = url_for("fulfillment.merger_create", number=number, other=new)
    return done(url_for("fulfillment.show", number=new), _("%(number)s is work of its own now.", number=new), undo=undo)


@bp.post("/<number>/merger")
@guard("fulfillment.work")
def merger_create(number: str) -> Response:
    other = work_or_404(request.values.get("other", ""))
    call("fulfillment.merge", p_order_id=work_or_404(number).id, p_other_id=other.id)
    return done(url_for("fulfillment.show", number=number), _("%(number)s is part of this now.", number=other.number))


@bp.post("/<number>/move")
@guard("orders.edit")
def move_create(number: str) -> Response:
    work = work_or_404(number)
    call("fulfillment.move", p_order_id=work.id, p_location_id=request.form.get("location", 0, int))
    return done(
        url_for("orders.show", number=work.reference), _("%(number)s is done somewhere else now.", number=number)
    )


def _shown(number: str, form: SplitForm | None = None) -> Response:
    work = work_or_404(number)
    lines = [line for line in queries.lines([work.id]) if line.open > 0]
    return page(
        "fulfillment/rearrangement.html",
        work=work,
        lines={line.id: line for line in lines},
        form=form or SplitForm(formdata=None, lines=[{"line_id": line.id, "quantity": 0} for line in lines]),
        siblings=queries.siblings(work.id),
        places=queries.places_with_stock(work.id),
    )
