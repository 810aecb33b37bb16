"""Where an order's goods come from: why, another try, and another profile."""

from flask import abort, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import decisions, words
from oms.orders.forms import ProfileForm
from oms.orders.routes import bp, order_or_404
from oms.routing import queries
from oms.web import done, guard, page
from oms.web.formats import quantity


@bp.get("/orders/<number>/routing/<int:decision_id>")
@guard("orders.view")
def decision(number: str, decision_id: int) -> Response:
    """Why here, why not there, and what would have to change. Decided once more, to show that it comes to the same."""
    order = order_or_404(number)
    found = decisions.decision(order.request_id, decision_id) or abort(404)
    alternatives = decisions.alternatives(found) if found.is_present else {}
    return page(
        "orders/decision.html",
        order=order,
        decision=found,
        chosen=[words.Chosen.of(place) for place in found.places if place["verdict"] == "chosen"],
        others=[
            words.Other(words.reason(place), alternatives.get(place["id"]), found.method, found.measures)
            for place in found.places
            if place["verdict"] != "chosen"
        ],
        without_stock=decisions.without_stock(found),
        replay=call("routing.replay", p_decision_id=decision_id) if found.is_present else None,
    )


@bp.post("/orders/<number>/routing")
@guard("orders.edit")
def routing_create(number: str) -> Response:
    return _told(number, call("orders.reroute", p_order_id=order_or_404(number).id))


@bp.get("/orders/<number>/routing/profile")
@guard("orders.edit")
def routing_with(number: str) -> Response:
    return _question(number, ProfileForm(queries.usable()))


@bp.post("/orders/<number>/routing/profile")
@guard("orders.edit")
def routing_with_create(number: str) -> Response:
    form = ProfileForm(queries.usable())
    if form.sent_well():
        try:
            waiting = call("orders.route_with", p_order_id=order_or_404(number).id, p_profile_id=form.profile.data)
        except DomainError as error:
            form.refuse(error)
        else:
            return _told(number, waiting)
    return _question(number, form)


def _question(number: str, form: ProfileForm) -> Response:
    return page("orders/routing/profile.html", "dialog", order=order_or_404(number), form=form)


def _told(number: str, waiting: int) -> Response:
    told = ngettext(
        "%(count)s unit still waits for stock.",
        "%(count)s units still wait for stock.",
        waiting,
        count=quantity(waiting),
    )
    return done(url_for("orders.show", number=number), told if waiting else _("Everything has its location now."))
