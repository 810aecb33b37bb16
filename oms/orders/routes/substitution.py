"""Something else instead of what waits for stock: one of its substitutes, if the customer takes it."""

from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import queries
from oms.orders.forms import SubstitutionForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.cancellation import as_seen, overtaken
from oms.web import done, guard, page
from oms.web.formats import quantity


@bp.get("/orders/<number>/lines/<int:line>/substitutions/<int:substitute>/new")
@guard("orders.edit")
def substitution_new(number: str, line: int, substitute: int) -> Response:
    order = order_or_404(number)
    return _asked(order, _offer_or_404(order, line, substitute), SubstitutionForm(formdata=None, **as_seen(order)))


@bp.post("/orders/<number>/lines/<int:line>/substitutions/<int:substitute>")
@guard("orders.edit")
def substitution_create(number: str, line: int, substitute: int) -> Response:
    order = order_or_404(number)
    offer = _offer_or_404(order, line, substitute)
    form = SubstitutionForm()
    if not form.sent_well():
        return _asked(order, offer, form)
    try:
        call(
            "orders.substitute",
            p_order_id=order.id,
            p_line_id=line,
            p_substitute_id=substitute,
            p_has_agreed=form.has_agreed.data,
            p_version=form.version.data,
        )
    except DomainError as error:
        if error.code == "OM409":
            return _asked(order, offer, form, news=overtaken(order, form))
        form.refuse(error)
        return _asked(order, offer, form)
    told = ngettext(
        "%(count)s unit of %(sku)s goes instead.",
        "%(count)s units of %(sku)s go instead.",
        offer.quantity,
        count=quantity(offer.quantity),
        sku=offer.sku,
    )
    return done(url_for("orders.show", number=number), told)


@bp.post("/orders/<number>/lines/<int:line>/substitutions/<int:substitute>/question")
@guard("orders.edit")
def substitution_ask(number: str, line: int, substitute: int) -> Response:
    """The customer says by themselves whether it will do."""
    order = order_or_404(number)
    _offer_or_404(order, line, substitute)
    call("orders.ask_customer", p_order_id=order.id, p_line_id=line, p_substitute_id=substitute)
    return done(url_for("orders.show", number=number), _("The customer is asked. What they answer is done by itself."))


def _offer_or_404(order: Row[Any], line_id: int, substitute_id: int) -> Row[Any]:
    found = (
        offer
        for offer in queries.offers(order.id)
        if (offer.line_id, offer.substitute_id) == (line_id, substitute_id) and offer.quantity
    )
    return next(found, None) or abort(404)


def _asked(
    order: Row[Any], offer: Row[Any], form: SubstitutionForm, news: list[dict[str, Any]] | None = None
) -> Response:
    return page(
        "orders/substitution/new.html",
        "dialog",
        status=None if news is None else 409,
        order=order,
        offer=offer,
        form=form,
        news=news,
    )
