"""A change of a placed order: written down, looked at with what it comes to, and confirmed or given up."""

from itertools import zip_longest
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import queries
from oms.orders.forms import ADDRESS, ConfirmationForm, EditForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.cancellation import as_seen, overtaken
from oms.orders.words.versions import differences
from oms.web import done, guard, page
from oms.web.forms import options


@bp.get("/orders/<number>/edits/new")
@guard("orders.edit")
def edit_new(number: str) -> Response:
    order = order_or_404(number)
    units = [{"line_id": line.id, "quantity": line.quantity - (line.canceled or 0)} for line in _editable(order)]
    address = {name: value for name, value in (order.ship_to or {}).items() if name in ADDRESS}
    delivery = {"method": order.method, "location": order.pickup_location_id}
    return _written(order, EditForm(lines=units, **delivery, **address, **as_seen(order)))


@bp.post("/orders/<number>/edits")
@guard("orders.edit")
def edit_create(number: str) -> Response:
    order = order_or_404(number)
    form = EditForm()
    if not form.sent_well():
        return _written(order, form)
    about = {"p_order_id": order.id, "p_version": form.version.data, "p_reason": (form.reason.data or "").strip()}
    try:
        change_id = call("orders.propose_change", p_given=form.wanted(order), **about)
    except DomainError as error:
        if error.code == "OM409":
            return _written(order, form, news=overtaken(order, form))
        form.refuse(error)
        return _written(order, form)
    return done(url_for("orders.edit_show", number=number, change_id=change_id))


@bp.get("/orders/<number>/edits/<int:change_id>")
@guard("orders.edit")
def edit_show(number: str, change_id: int) -> Response:
    order = order_or_404(number)
    return _shown(order, _change_or_404(order, change_id), ConfirmationForm(formdata=None, **as_seen(order)))


@bp.post("/orders/<number>/edits/<int:change_id>/confirmation")
@guard("orders.edit")
def edit_confirm(number: str, change_id: int) -> Response:
    order = order_or_404(number)
    change = _change_or_404(order, change_id)
    form = ConfirmationForm()
    if not form.sent_well():
        return _shown(order, change, form)
    choices = {"p_refunds": form.refunds.data, "p_notifies": form.notifies.data}
    try:
        call("orders.confirm_change", p_change_id=change.id, p_version=form.version.data, **choices)
    except DomainError as error:
        if error.code == "OM409":
            return _shown(order, change, form, news=overtaken(order, form))
        form.refuse(error)
        return _shown(order, change, form)
    return done(url_for("orders.show", number=number), _("Order %(number)s is changed.", number=number))


@bp.post("/orders/<number>/edits/<int:change_id>/disposal")
@guard("orders.edit")
def edit_discard(number: str, change_id: int) -> Response:
    change = _change_or_404(order_or_404(number), change_id)
    call("orders.discard_change", p_change_id=change.id)
    return done(url_for("orders.show", number=number), _("The change is discarded; nothing is held for it any more."))


@bp.get("/orders/<number>/versions")
@guard("orders.view")
def versions(number: str) -> Response:
    order = order_or_404(number)
    found = queries.versions(order.id)
    told = [
        (version, differences(version.snapshot, before and before.snapshot, order.currency))
        for version, before in zip_longest(found, found[1:])
    ]
    return page("orders/versions.html", order=order, versions=told)


def _editable(order: Row[Any]) -> list[Row[Any]]:
    """Lines of which a number is delivered."""
    return [line for line in queries.lines(order.id) if line.canceled is not None]


def _change_or_404(order: Row[Any], change_id: int) -> Row[Any]:
    return queries.change(order.id, change_id) or abort(404)


def _written(order: Row[Any], form: EditForm, news: list[dict[str, Any]] | None = None) -> Response:
    form.location.choices = options((place.id, place.name) for place in queries.pickup_places())
    for line in form.added:
        line.price.currency = order.currency
    return page(
        "orders/edit/new.html",
        status=None if news is None else 409,
        order=order,
        lines={line.id: line for line in _editable(order)},
        form=form,
        news=news,
    )


def _shown(
    order: Row[Any], change: Row[Any], form: ConfirmationForm, news: list[dict[str, Any]] | None = None
) -> Response:
    return page(
        "orders/edit/show.html",
        status=None if news is None else 409,
        order=order,
        change=change,
        lines={line.id: line for line in queries.lines(order.id)},
        places={place.id: place.name for place in queries.pickup_places()},
        form=form,
        news=news,
    )
