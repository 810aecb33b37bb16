"""Notes for the team."""

from flask import url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders.forms import NoteForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.show import shown
from oms.web import done, guard


@bp.post("/orders/<number>/notes")
@guard("orders.edit")
def note_create(number: str) -> Response:
    order = order_or_404(number)
    form = NoteForm()
    if form.sent_well():
        try:
            call("orders.add_note", p_order_id=order.id, p_text=form.text.data)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.show", number=number), _("Noted."))
    return shown(order, note=form)
