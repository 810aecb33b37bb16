"""Another try to find stock."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.db import call
from oms.orders.routes import bp, order_or_404
from oms.web import done, guard
from oms.web.formats import quantity


@bp.post("/orders/<number>/routing")
@guard("orders.edit")
def routing_create(number: str) -> Response:
    waiting = call("orders.reroute", p_order_id=order_or_404(number).id)
    told = ngettext(
        "%(count)s unit still waits for stock.",
        "%(count)s units still wait for stock.",
        waiting,
        count=quantity(waiting),
    )
    return done(url_for("orders.show", number=number), told if waiting else _("Everything has its location now."))
