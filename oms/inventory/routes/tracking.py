"""How the units of a SKU are told apart: not at all, by lot, or one by one."""

from flask import url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory.forms import TrackingForm
from oms.inventory.routes import bp, variant_or_404
from oms.web import done, guard, page


@bp.get("/stock/<int:variant_id>/tracking")
@guard("products.edit")
def tracking(variant_id: int) -> Response:
    variant = variant_or_404(variant_id)
    return page("inventory/tracking/new.html", "dialog", variant=variant, form=TrackingForm(obj=variant))


@bp.post("/stock/<int:variant_id>/tracking")
@guard("products.edit")
def tracking_update(variant_id: int) -> Response:
    variant = variant_or_404(variant_id)
    form = TrackingForm()
    if form.sent_well():
        given = {"p_tracking": form.tracking.data, "p_has_expiry": form.has_expiry.data}
        try:
            call("catalog.set_tracking", p_variant_id=variant_id, **given)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.show", variant_id=variant_id), _("Saved."))
    return page("inventory/tracking/new.html", "dialog", variant=variant, form=form)
