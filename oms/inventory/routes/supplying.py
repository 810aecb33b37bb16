"""What a supplier asks for a unit of each SKU, on the page of its location."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import queries
from oms.inventory.location_form import CostForm
from oms.inventory.routes import bp
from oms.web import done, guard, page


@bp.route("/settings/locations/<code>/costs", methods=["GET", "POST"])
@guard("settings.manage")
def supplier_costs(code: str) -> Response:
    """An empty cost takes the SKU off the list."""
    found = queries.location(code) or abort(404)
    form = CostForm()
    if form.sent_well():
        given = {"p_sku": form.sku.data, "p_cost_minor": form.cost_minor.data}
        try:
            call("inventory.set_supplier_cost", p_location_id=found.id, **given)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.supplier_costs", code=code), _("Saved."))
    return page("inventory/costs.html", location=found, form=form, costs=queries.supplier_costs(found.id))
