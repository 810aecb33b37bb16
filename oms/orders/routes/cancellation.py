"""The cancellation of an order, or of what has not left of it."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call, transaction
from oms.orders import queries
from oms.orders.forms import CancellationForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.show import timeline
from oms.web import done, guard, page

NOT_WHOLE = _l("Write whole numbers, from 0 up to what can be canceled.")


@bp.get("/orders/<number>/cancellation/new")
@guard("orders.edit")
def cancellation_new(number: str) -> Response:
    order = order_or_404(number)
    units = [{"line_id": line.id, "quantity": line.open} for line in queries.lines(order.id) if line.open]
    return _asked(order, CancellationForm(lines=units, **as_seen(order)))


@bp.post("/orders/<number>/cancellation/preview")
@guard("orders.edit")
def cancellation_preview(number: str) -> Response:
    """What it comes to, while the quantities are being chosen."""
    order = order_or_404(number)
    form = CancellationForm()
    tried = _tried(order, form) if form.validate() else {"preview": None, "refusal": NOT_WHOLE}
    return page("orders/cancellation/_preview.html", order=order, **tried)


@bp.post("/orders/<number>/cancellation")
@guard("orders.edit")
def cancellation_create(number: str) -> Response:
    order = order_or_404(number)
    form = CancellationForm()
    if not form.sent_well():
        return _asked(order, form)
    if "preview" in request.form:
        return _asked(order, form, tried=_tried(order, form))
    try:
        _cancel(order, form)
    except DomainError as error:
        if error.code == "OM409":
            return _asked(order, form, news=overtaken(order, form))
        form.refuse(error)
        return _asked(order, form)
    return done(url_for("orders.show", number=number), _told(order_or_404(number)))


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
    choices = {f"p_{name}": form[name].data for name in ("restocks", "refunds", "notifies")}
    about = {"p_order_id": order.id, "p_reason": form.reason.data, "p_version": form.version.data}
    with transaction():
        if form.lines.entries:
            call("orders.cancel_lines", p_lines=form.units(), **about, **choices)
        else:
            call("orders.cancel", **about, **choices)
        if note := (form.note.data or "").strip():
            call("orders.add_note", p_order_id=order.id, p_text=note)


def _told(order: Row[Any]) -> str:
    if order.state == "canceled":
        return _("Order %(number)s is canceled.", number=order.number)
    return _("What you chose of order %(number)s is canceled.", number=order.number)


def _tried(order: Row[Any], form: CancellationForm) -> dict[str, Any]:
    """What the chosen units come to, or why they can't be canceled."""
    try:
        return {
            "preview": call("orders.preview_cancellation", p_order_id=order.id, p_lines=form.units()),
            "refusal": "",
        }
    except DomainError as error:
        return {"preview": None, "refusal": error.message}


def _asked(
    order: Row[Any],
    form: CancellationForm,
    news: list[dict[str, Any]] | None = None,
    tried: dict[str, Any] | None = None,
) -> Response:
    return page(
        "orders/cancellation/new.html",
        "dialog",
        status=None if news is None else 409,
        order=order,
        lines={line.id: line for line in queries.lines(order.id)},
        form=form,
        news=news,
        **(tried or {"preview": None, "refusal": ""}),
    )
