"""What is done to many orders at once: asked with their number, done one by one, answered one by one."""

from typing import Any, NamedTuple

from flask import request
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, transaction
from oms.orders import details, listing
from oms.orders.deeds import DEEDS, Deed
from oms.orders.filters import Chosen, Filter
from oms.orders.forms import ManyForm
from oms.orders.routes import bp
from oms.web import guard, page

MOST = 500
_WHAT = f"<any({','.join(DEEDS)}):what>"


class Outcome(NamedTuple):
    """What came of one order."""

    order: Row[Any]
    mistake: str = ""


@bp.get(f"/orders/{_WHAT}/new")
@guard("orders.edit")
def many_new(what: str) -> Response:
    """Which orders: the ticked ones, or the whole list. Their ids go into the form: none slips in afterwards."""
    chosen = Filter.of(request.args)
    of_all = request.args.get("scope") == "all"
    orders = listing.briefly(chosen if of_all else Chosen.of(request.args.getlist("id")), MOST + 1)
    form = DEEDS[what].form(formdata=None, ids=" ".join(str(order.id) for order in orders[:MOST]))
    return _question(what, form, orders, chosen)


@bp.post(f"/orders/{_WHAT}")
@guard("orders.edit")
def many_create(what: str) -> Response:
    deed = DEEDS[what]
    form = deed.form()
    orders = listing.briefly(Chosen.of((form.ids.data or "").split()), MOST)
    if not form.sent_well():
        return _question(what, form, orders, Filter())
    return page("orders/many/done.html", deed=deed, outcomes=[_outcome(deed, order, form) for order in orders])


def _question(what: str, form: ManyForm, orders: list[Row[Any]], chosen: Filter) -> Response:
    return page(
        "orders/many/new.html",
        what=what,
        deed=DEEDS[what],
        form=form,
        orders=orders[:MOST],
        is_more=len(orders) > MOST,
        most=MOST,
        chosen=chosen,
        known_tags=details.tags() if what == "tags" else [],
    )


def _outcome(deed: Deed, order: Row[Any], form: ManyForm) -> Outcome:
    """Each order is a transaction of its own: one that refuses does not stop the rest."""
    try:
        with transaction():
            deed.act(order, form)
    except DomainError as error:
        return Outcome(order, error.message)
    return Outcome(order)
