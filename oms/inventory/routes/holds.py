"""What is held of a SKU for a while, and letting it go."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import call
from oms.inventory import queries
from oms.inventory.routes import bp, variant_or_404
from oms.web import done, guard


@bp.post("/stock/<int:variant_id>/holds/<int:hold_id>/release")
@guard("orders.edit")
def hold_release(variant_id: int, hold_id: int) -> Response:
    """Whoever held it may find it gone; so it is for those who speak with customers."""
    variant_or_404(variant_id)
    was_held = call("inventory.release_hold", p_key=queries.hold_key(hold_id) or abort(404))
    message = _("Released: it is available again.") if was_held else _("It wasn't held any more.")
    return done(url_for("inventory.show", variant_id=variant_id), message)
