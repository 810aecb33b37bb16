"""The cancellation of an order, or of what has not left of it."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call, transaction
from oms.orders import queries
from oms.orders.forms import CancellationForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.show import timeline
from oms.web import done, guard, page


@bp.get("/orders/<number>/cancellation/new")
@guard("orders.edit")
def cancellation_new(number: str) -> Response:
    order = order_or_404(number)
    return _asked(order, CancellationForm(**as_seen(order)))


@bp.post("/orders/<number>/cancellation")
@guard("orders.edit")
def cancellation_create(number: str) -> Response:
    order = order_or_404(number)
    form = CancellationForm()
    if form.sent_well():
        try:
            _cancel(order, form)
        except DomainError as error:
            if error.code == "OM409":
                return _asked(order, form, news=overtaken(order, form))
            form.refuse(error)
        else:
            return done(url_for("orders.show", number=number), _("Order %(number)s is canceled.", number=number))
    return _asked(order, form)


def as_seen(order: Row[Any]) -> dict[str, int]:
    """What a form remembers of an order: its version, and the last that happened."""
    return {"version": order.version, "seen": queries.last_event_id(order.id, order.request_id)}


def overtaken(order: Row[Any], form: Any) -> list[dict[str, Any]]:
    """What happened since the form was shown. The form now counts it as seen, so that it can be sent again."""
    news = timeline(queries.events(order.id, order.request_id, after=form.seen.data or 0))
    form.version.data, form.seen.data = order.version, queries.last_event_id(order.id, order.request_id)
    form.version.raw_data = form.seen.raw_data = None
    return news


def _cancel(order: Row[Any], form: CancellationForm) -> None:
    with transaction():
        call("orders.cancel", p_order_id=order.id, p_reason=form.reason.data, p_version=form.version.data)
        if note := (form.note.data or "").strip():
            call("orders.add_note", p_order_id=order.id, p_text=note)


def _asked(order: Row[Any], form: CancellationForm, news: list[dict[str, Any]] | None = None) -> Response:
    return page(
        "orders/cancellation/new.html",
        "dialog",
        status=None if news is None else 409,
        order=order,
        lines=queries.lines(order.id),
        form=form,
        news=news,
    )
