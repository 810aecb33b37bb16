"""A location is closed: what nobody has begun there is sent from elsewhere. It stands on the page of the location."""

from flask import abort, url_for
from flask_babel import ngettext
from werkzeug import Response

from oms.db import call
from oms.fulfillment.routes.blueprint import bp
from oms.inventory import queries
from oms.web import done, guard
from oms.web.formats import quantity


@bp.post("/locations/<code>/elsewhere")
@guard("settings.manage")
def elsewhere_create(code: str) -> Response:
    found = queries.location(code) or abort(404)
    asked = call("fulfillment.send_elsewhere", p_location_id=found.id)
    told = ngettext(
        "%(count)s order gets another location now.",
        "%(count)s orders get other locations now.",
        asked,
        count=quantity(asked),
    )
    return done(url_for("inventory.location", code=code), told)
