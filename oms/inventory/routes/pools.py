"""Whether a SKU is sold from pools."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import call
from oms.inventory.routes import bp, variant_or_404
from oms.web import done, guard


@bp.post("/stock/<int:variant_id>/pool")
@guard("products.edit")
def pool_update(variant_id: int) -> Response:
    variant = variant_or_404(variant_id)
    if request.form.get("on") == "1":
        call("inventory.pool", p_variant_id=variant_id)
        message = _("%(sku)s is sold from a pool now.", sku=variant.sku)
    else:
        call("inventory.unpool", p_variant_id=variant_id)
        message = _("%(sku)s is sold without a pool now.", sku=variant.sku)
    return done(url_for("inventory.show", variant_id=variant_id), message)
