"""Expected deliveries: what comes when, what has come, and what comes later or never."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import incoming, incoming_words, words
from oms.inventory.incoming_form import ClosureForm, IncomingForm, ScheduleForm, arrival_form
from oms.inventory.routes import bp
from oms.web import done, guard, page


@bp.get("/stock/incoming")
@guard("stock.view")
def incoming_index() -> Response:
    asked = request.args.get("view", "")
    shows = asked if asked in incoming.SHOWN else "open"
    number = min(max(request.args.get("page", 1, type=int), 1), 10_000)
    found = incoming.deliveries(shows, number)
    return page(
        "inventory/incoming/index.html",
        "deliveries",
        deliveries=found[: incoming.PAGE],
        has_more=len(found) > incoming.PAGE,
        number=number,
        shows=shows,
        tabs=[
            {"label": label, "href": url_for("inventory.incoming_index", view=view), "current": view == shows}
            for view, label in words.DELIVERIES.items()
        ],
    )


@bp.route("/stock/incoming/new", methods=["GET", "POST"])
@guard("stock.adjust")
def incoming_create() -> Response:
    form = IncomingForm(data={"lines": request.args.get("sku", "")[:64]})
    if form.sent_well():
        try:
            incoming_id = call("inventory.expect", p_incoming=form.incoming())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.incoming_show", incoming_id=incoming_id), _("Expected."))
    return page("inventory/incoming/new.html", form=form)


@bp.get("/stock/incoming/<int:incoming_id>")
@guard("stock.view")
def incoming_show(incoming_id: int) -> Response:
    return _shown(incoming_id)


@bp.post("/stock/incoming/<int:incoming_id>/receipts")
@guard("stock.adjust")
def incoming_receipt_create(incoming_id: int) -> Response:
    _delivery_or_404(incoming_id)
    form = arrival_form(incoming.lines(incoming_id))
    if form.sent_well() and form.says_something():
        key = form.once.data[:100]
        try:
            units = call("inventory.receive_incoming", p_incoming_id=incoming_id, p_lines=form.received, p_key=key)
        except DomainError as error:
            form.form_errors.append(error.message)
        else:
            return _done(incoming_id, ngettext("%(num)d unit received.", "%(num)d units received.", units))
    return _shown(incoming_id, arrival=form, form=form)


@bp.post("/stock/incoming/<int:incoming_id>/schedule")
@guard("stock.adjust")
def incoming_schedule_update(incoming_id: int) -> Response:
    _delivery_or_404(incoming_id)
    form = ScheduleForm()
    if form.sent_well():
        day, reason = form.expected_on.data, form.reason.data
        try:
            call("inventory.reschedule_incoming", p_incoming_id=incoming_id, p_expected_on=day, p_reason=reason)
        except DomainError as error:
            form.refuse(error)
        else:
            return _done(incoming_id, _("Expected on another day now. What is promised out of it has moved with it."))
    return _shown(incoming_id, schedule=form, form=form)


@bp.post("/stock/incoming/<int:incoming_id>/closure")
@guard("stock.adjust")
def incoming_closure_create(incoming_id: int) -> Response:
    """The rest won't come."""
    _delivery_or_404(incoming_id)
    form = ClosureForm(prefix="closure-")
    if form.sent_well():
        try:
            call("inventory.close_incoming", p_incoming_id=incoming_id, p_reason=form.reason.data)
        except DomainError as error:
            form.refuse(error)
        else:
            return _done(incoming_id, _("Nothing more of it is expected."))
    return _shown(incoming_id, closure=form, form=form)


def _delivery_or_404(incoming_id: int) -> Row[Any]:
    return incoming.delivery(incoming_id) or abort(404)


def _shown(incoming_id: int, **forms: Any) -> Response:
    """The page of a delivery; `forms` are those that came back with mistakes."""
    lines = incoming.lines(incoming_id)
    shown = {"arrival": arrival_form(lines), "schedule": ScheduleForm(), "closure": ClosureForm(prefix="closure-")}
    return page(
        "inventory/incoming/show.html",
        delivery=_delivery_or_404(incoming_id),
        lines=lines,
        changes=[incoming_words.told(change) for change in incoming.changes(incoming_id)],
        **(shown | forms),
    )


def _done(incoming_id: int, message: str) -> Response:
    return done(url_for("inventory.incoming_show", incoming_id=incoming_id), message)
