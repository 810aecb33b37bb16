"""A canceled order is taken up again."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders.forms import ReopeningForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.cancellation import as_seen, overtaken
from oms.web import done, guard, page


@bp.get("/orders/<number>/reopening/new")
@guard("orders.edit")
def reopening_new(number: str) -> Response:
    order = order_or_404(number)
    return _asked(order, ReopeningForm(**as_seen(order)))


@bp.post("/orders/<number>/reopening")
@guard("orders.edit")
def reopening_create(number: str) -> Response:
    order = order_or_404(number)
    form = ReopeningForm()
    if not form.sent_well():
        return _asked(order, form)
    about = {"p_reason": (form.reason.data or "").strip(), "p_version": form.version.data}
    try:
        call("orders.reopen", p_order_id=order.id, **about)
    except DomainError as error:
        if error.code == "OM409":
            return _asked(order, form, news=overtaken(order, form))
        form.refuse(error)
        return _asked(order, form)
    return done(url_for("orders.show", number=number), _("Order %(number)s is open again.", number=number))


def _asked(order: Row[Any], form: ReopeningForm, news: list[dict[str, Any]] | None = None) -> Response:
    status = None if news is None else 409
    return page("orders/reopening/new.html", "dialog", status=status, order=order, form=form, news=news)
