"""Files of an order: attached, downloaded, removed. No browser ever shows one in our name."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import files, queries
from oms.orders.forms import AttachmentForm
from oms.orders.routes import bp, order_or_404
from oms.orders.routes.show import shown
from oms.web import done, guard


@bp.post("/orders/<number>/attachments")
@guard("orders.edit")
def attachment_create(number: str) -> Response:
    order = order_or_404(number)
    form = AttachmentForm()
    if form.sent_well():
        try:
            files.attach(order.id, form.file.data)
        except files.RefusedError as refused:
            form.file.errors = [str(refused)]
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.show", number=number), _("Attached."))
    return shown(order, attachment=form)


@bp.get("/orders/<number>/attachments/<int:attachment_id>")
@guard("orders.view")
def attachment_show(number: str, attachment_id: int) -> Response:
    order = order_or_404(number)
    return files.download(queries.attachment(order.id, attachment_id) or abort(404))


@bp.post("/orders/<number>/attachments/<int:attachment_id>/removal")
@guard("orders.edit")
def attachment_remove(number: str, attachment_id: int) -> Response:
    call("orders.detach", p_order_id=order_or_404(number).id, p_attachment_id=attachment_id)
    return done(url_for("orders.show", number=number), _("Removed."))
