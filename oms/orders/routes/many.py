"""Holds of many orders at once: asked with their number, done one by one, answered one by one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask import request
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call, transaction
from oms.orders import listing
from oms.orders.filters import Chosen, Filter
from oms.orders.forms import ManyForm
from oms.orders.routes import bp
from oms.web import guard, page

MOST = 500


class Outcome(NamedTuple):
    """What came of one order."""

    order: Row[Any]
    mistake: str = ""


@bp.get("/orders/holds/new")
@guard("orders.edit")
def holds_new() -> Response:
    return _asked("holds")


@bp.post("/orders/holds")
@guard("orders.edit")
def holds_create() -> Response:
    form = ManyForm()
    note = (form.note.data or "").strip()
    return _done(
        "holds", form, lambda order: call("orders.hold", p_order_id=order.id, p_reason=form.reason.data, p_note=note)
    )


@bp.get("/orders/releases/new")
@guard("orders.edit")
def releases_new() -> Response:
    return _asked("releases")


@bp.post("/orders/releases")
@guard("orders.edit")
def releases_create() -> Response:
    return _done("releases", ManyForm(), _release)


def _asked(what: str) -> Response:
    """Which orders: the ticked ones, or the whole list. Their ids go into the form: none slips in afterwards."""
    chosen = Filter.of(request.args)
    of_all = request.args.get("scope") == "all"
    orders = listing.briefly(chosen if of_all else Chosen.of(request.args.getlist("id")), MOST + 1)
    form = ManyForm(formdata=None, ids=" ".join(str(order.id) for order in orders[:MOST]))
    return _question(what, form, orders, chosen)


def _done(what: str, form: ManyForm, act: Callable[[Row[Any]], None]) -> Response:
    orders = listing.briefly(Chosen.of((form.ids.data or "").split()), MOST)
    if not form.sent_well():
        return _question(what, form, orders, Filter())
    outcomes = [_outcome(order, act) for order in orders]
    return page("orders/many/done.html", what=what, outcomes=outcomes)


def _question(what: str, form: ManyForm, orders: list[Row[Any]], chosen: Filter) -> Response:
    return page(
        "orders/many/new.html",
        what=what,
        form=form,
        orders=orders[:MOST],
        is_more=len(orders) > MOST,
        most=MOST,
        chosen=chosen,
    )


def _outcome(order: Row[Any], act: Callable[[Row[Any]], None]) -> Outcome:
    """Each order is a transaction of its own: one that refuses does not stop the rest."""
    try:
        with transaction():
            act(order)
    except DomainError as error:
        return Outcome(order, error.message)
    return Outcome(order)


def _release(order: Row[Any]) -> None:
    """All holds; an order without any says so."""
    for reason in order.holds or [""]:
        call("orders.unhold", p_order_id=order.id, p_reason=reason)
