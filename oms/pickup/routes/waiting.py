"""What nobody collects: wait longer, give up, carry it back."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.db import call
from oms.pickup.forms import ExtensionForm
from oms.pickup.routes.blueprint import answers_in_place, bp, pickup_or_404, show, staged_or_404
from oms.web import done, guard, page


@bp.post("/<number>/extension")
@guard("pickup.work")
@answers_in_place
def extension_create(number: str) -> Response:
    pickup, form = staged_or_404(number), ExtensionForm()
    if not form.sent_well():
        return show(number, _("Extend it by 1 to 30 days."), 422, extension=form)
    days = form.days.data or 0
    call("pickup.extend", p_pickup_id=pickup.pickup_id, p_days=days)
    return done(
        url_for("pickup.show", number=number),
        ngettext("It waits %(num)s day longer.", "It waits %(num)s days longer.", days),
    )


@bp.post("/<number>/return")
@guard("pickup.work")
@answers_in_place
def return_create(number: str) -> Response:
    """The customer does not want it."""
    call("pickup.return_to_stock", p_pickup_id=staged_or_404(number).pickup_id, p_reason="declined")
    return done(url_for("pickup.show", number=number), _("It is in stock again. Carry it back to its place."))


@bp.post("/<number>/carrying-back")
@guard("pickup.work")
@answers_in_place
def carrying_back_create(number: str) -> Response:
    call("pickup.put_back", p_pickup_id=staged_or_404(number).pickup_id)
    return done(url_for("pickup.index"), _("Thank you."))


@bp.get("/<number>/ticket")
@guard("pickup.view")
def ticket(number: str) -> Response:
    """What is stuck on the bag: readable from across the counter."""
    return page("pickup/ticket.html", pickup=pickup_or_404(number))
