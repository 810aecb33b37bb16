"""Holds of one order: put on, and taken off."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call, transaction
from oms.orders import queries
from oms.orders.forms import HoldForm
from oms.orders.routes import bp, order_or_404
from oms.web import done, guard, page


@bp.get("/orders/<number>/holds/new")
@guard("orders.edit")
def hold_new(number: str) -> Response:
    return page("orders/hold/new.html", "dialog", order=order_or_404(number), form=HoldForm())


@bp.post("/orders/<number>/holds")
@guard("orders.edit")
def hold_create(number: str) -> Response:
    order = order_or_404(number)
    form = HoldForm()
    if form.sent_well():
        try:
            call("orders.hold", p_order_id=order.id, p_reason=form.reason.data, p_note=(form.note.data or "").strip())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(
                url_for("orders.show", number=number),
                _("Order %(number)s is on hold.", number=number),
                undo=url_for("orders.release_create", number=number, reason=form.reason.data),
            )
    return page("orders/hold/new.html", "dialog", order=order, form=form)


@bp.post("/orders/<number>/releases")
@guard("orders.edit")
def release_create(number: str) -> Response:
    """Take one hold off, or all of them."""
    order = order_or_404(number)
    one = request.args.get("reason") or request.form.get("reason")
    with transaction():
        for hold in queries.holds(order.id):
            if one in (None, hold.reason):
                call("orders.unhold", p_order_id=order.id, p_reason=hold.reason)
    left = queries.holds(order.id)
    told = (
        _("One hold is off; the order is still on hold.") if left else _("Order %(number)s is off hold.", number=number)
    )
    return done(url_for("orders.show", number=number), told)
