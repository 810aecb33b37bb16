"""From the tote to a shelf, and from one shelf to another."""

from flask import current_app, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import call
from oms.pickup import codes
from oms.pickup.forms import ShelfForm
from oms.pickup.routes.blueprint import answers_in_place, bp, pickup_or_404, show, staged_or_404
from oms.web import done, guard


@bp.post("/<number>/staging")
@guard("pickup.work")
@answers_in_place
def staging_create(number: str) -> Response:
    """It stands on a shelf: from here on the customer knows, and has a code."""
    pickup, form = pickup_or_404(number), ShelfForm()
    if not form.sent_well():
        return show(number, _("Choose a shelf."), 422, shelf=form)
    nonce = codes.new_nonce()
    code = codes.code_of(current_app.config["SETTINGS"].secret_key, nonce)
    call(
        "pickup.stage",
        p_order_id=pickup.id,
        p_shelf=form.code,
        p_nonce=nonce,
        p_code_hash=codes.hash_of(nonce, code),
    )
    told = _("%(number)s stands on %(shelf)s. The customer is told.", number=number, shelf=form.code)
    return done(url_for("pickup.index"), told, undo=url_for("pickup.staging_delete", number=number))


@bp.post("/<number>/staging/undo")
@guard("pickup.work")
@answers_in_place
def staging_delete(number: str) -> Response:
    call("pickup.unstage", p_pickup_id=staged_or_404(number).pickup_id)
    return done(url_for("pickup.show", number=number), _("Taken off the shelf again. The code is void."))


@bp.post("/<number>/shelf")
@guard("pickup.work")
@answers_in_place
def shelf_update(number: str) -> Response:
    pickup, form = staged_or_404(number), ShelfForm()
    if not form.sent_well():
        return show(number, _("Choose a shelf."), 422, shelf=form)
    call("pickup.move", p_pickup_id=pickup.pickup_id, p_shelf=form.code)
    return done(url_for("pickup.show", number=number), _("Now on %(shelf)s.", shelf=form.code))
