"""What stock is promised to, beside the pages of stock."""

from flask import Blueprint, abort, current_app, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.demand import queries
from oms.demand.forms import TermsForm
from oms.inventory import incoming
from oms.inventory.queries import levels, variant
from oms.web import done, guard, page

bp = Blueprint("demand", __name__)


@bp.get("/stock/<int:variant_id>/<int:location_id>/reservations")
@guard("stock.view")
def reservations(variant_id: int, location_id: int) -> Response:
    """Say why so much is available here, and no more."""
    known = variant(variant_id) or abort(404)
    found = levels(variant_id, location_id) or abort(404)
    return page(
        "demand/reservations.html",
        "dialog",
        variant=known,
        level=found[0],
        reservations=queries.reservations(variant_id, location_id),
    )


@bp.get("/stock/<int:variant_id>/waiting")
@guard("stock.view")
def waiting(variant_id: int) -> Response:
    """Orders that wait for this SKU; part of its page, loaded by it."""
    return page(
        "demand/waiting.html", "waiting", variant=variant(variant_id) or abort(404), waiting=queries.waiting(variant_id)
    )


@bp.get("/stock/incoming/<int:incoming_id>/promises")
@guard("stock.view")
def promises(incoming_id: int) -> Response:
    """Orders that a delivery is promised to; part of its page, loaded by it."""
    delivery = incoming.delivery(incoming_id) or abort(404)
    return page("demand/promises.html", "promises", delivery=delivery, promises=queries.promises(incoming_id))


@bp.get("/stock/<int:variant_id>/outlook")
@guard("stock.view")
def outlook(variant_id: int) -> Response:
    """What can be promised when, and on which terms beyond stock; part of the page of a SKU, loaded by it."""
    known = variant(variant_id) or abort(404)
    places = levels(variant_id)
    at = next((place for place in places if place.location_id == request.args.get("location", type=int)), None)
    return page(
        "demand/outlook.html",
        "outlook",
        variant=known,
        places=places,
        at=at,
        steps=queries.atp(variant_id, at.location_id if at else None),
        coming=incoming.coming(variant_id),
        terms=queries.backorder_terms(variant_id),
        channels=current_app.extensions["channel_names"](),
    )


@bp.route("/stock/<int:variant_id>/backorder-terms", methods=["GET", "POST"])
@guard("products.edit")
def terms_update(variant_id: int) -> Response:
    """Whether and how far a SKU is sold beyond its stock, in a channel or in all."""
    known = variant(variant_id) or abort(404)
    channel = request.args.get("channel", "")[:30]
    found = next((terms for terms in queries.backorder_terms(variant_id) if terms.channel == channel), None)
    form = TermsForm(data=TermsForm.from_row(channel, found))
    if form.sent_well():
        try:
            call("demand.set_backorder_terms", p_variant_id=variant_id, **form.terms())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.show", variant_id=variant_id), _("Saved."))
    return page("demand/terms.html", variant=known, form=form)
