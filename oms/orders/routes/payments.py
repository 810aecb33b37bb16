"""Payments that people know of: money that came in or was given back outside of any gateway."""

from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders.actions import payment_kinds
from oms.orders.forms import PaymentForm, payment_form
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.cancellation import as_seen, overtaken
from oms.web import done, guard, page


@bp.get("/orders/<number>/payments/new")
@guard("orders.edit")
def payment_new(number: str) -> Response:
    order = order_or_404(number)
    kinds = payment_kinds(order) or abort(404)
    likely = {
        "capture": order.outstanding_minor,
        "refund": order.refund_due_minor or None,
        "void": order.authorized_minor - order.captured_minor,
    }[kinds[0]]
    form = payment_form(order.currency, kinds, kind=kinds[0], amount=likely, **as_seen(order))
    return _asked(order, form)


@bp.post("/orders/<number>/payments")
@guard("orders.edit")
def payment_create(number: str) -> Response:
    order = order_or_404(number)
    form = payment_form(order.currency, payment_kinds(order))
    if form.sent_well():
        try:
            is_new = call(
                "orders.record_payment", p_order_id=order.id, p_event=form.fact(), p_version=form.version.data
            )
        except DomainError as error:
            if error.code == "OM409":
                return _asked(order, form, news=overtaken(order, form))
            form.refuse(error)
        else:
            return done(
                url_for("orders.show", number=number), _("Recorded.") if is_new else _("That was recorded before.")
            )
    return _asked(order, form)


def _asked(order: Row[Any], form: PaymentForm, news: list[dict[str, Any]] | None = None) -> Response:
    status = None if news is None else 409
    return page("orders/payment/new.html", "dialog", status=status, order=order, form=form, news=news)
