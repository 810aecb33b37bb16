"""The filters of the list saved under a name, renamed, and deleted."""

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import views
from oms.orders.filters import Filter
from oms.orders.forms import ViewForm
from oms.orders.routes import bp
from oms.web import done, guard, page


@bp.route("/orders/views/new", methods=["GET", "POST"])
@guard("orders.edit")
def view_create() -> Response:
    """What is saved stands in the address, as in that of the list."""
    chosen = Filter.of(request.args)
    form = ViewForm()
    if form.sent_well():
        try:
            call("orders.save_view", **form.given, p_filters=chosen.args)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.index", **chosen.args), _("The view is saved."))
    return page("orders/views/edit.html", "dialog", form=form, filters=chosen.args, view=None)


@bp.route("/orders/views/<int:view_id>", methods=["GET", "POST"])
@guard("orders.edit")
def view_update(view_id: int) -> Response:
    view = views.view(view_id) or abort(404)
    filters = views.filter_of(view).args
    form = ViewForm(data={"name": view.name, "is_shared": view.is_shared})
    if form.sent_well():
        try:
            call("orders.save_view", **form.given, p_view_id=view_id)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.index", **filters), _("Saved."))
    return page("orders/views/edit.html", "dialog", form=form, filters=filters, view=view)


@bp.post("/orders/views/<int:view_id>/deletion")
@guard("orders.edit")
def view_delete(view_id: int) -> Response:
    call("orders.delete_view", p_view_id=view_id)
    return done(url_for("orders.index"), _("The view is deleted."))
