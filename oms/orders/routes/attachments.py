"""Files of an order: attached, downloaded, removed. No browser ever shows one in our name."""

from io import BytesIO

from flask import abort, send_file, url_for
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
            file = files.examined(form.file.data.filename or "", form.file.data.read(files.SIZE_MAX + 1))
            call(
                "orders.attach",
                p_order_id=order.id,
                p_name=file.name,
                p_content_type=file.content_type,
                p_content=file.content,
            )
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
    file = queries.attachment(order.id, attachment_id) or abort(404)
    content = BytesIO(file.content)
    response = send_file(content, mimetype=file.content_type, as_attachment=True, download_name=file.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/orders/<number>/attachments/<int:attachment_id>/removal")
@guard("orders.edit")
def attachment_remove(number: str, attachment_id: int) -> Response:
    call("orders.detach", p_order_id=order_or_404(number).id, p_attachment_id=attachment_id)
    return done(url_for("orders.show", number=number), _("Removed."))
