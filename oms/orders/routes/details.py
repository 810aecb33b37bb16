"""What the team writes on one order besides notes: its tags, who looks after it, and this shop's own fields."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import details
from oms.orders.forms import assignment_form, fields_form, tags_of
from oms.orders.routes import bp, order_or_404
from oms.web import done, guard, page


@bp.post("/orders/<number>/tags")
@guard("orders.edit")
def tags_update(number: str) -> Response:
    """Put tags on, or take them off."""
    order = order_or_404(number)
    add, remove = tags_of(request.form.get("add", "")), tags_of(request.form.get("remove", ""))
    call("orders.tag", p_order_id=order.id, p_add=add, p_remove=remove)
    return done(url_for("orders.show", number=number), _("The tags are changed."))


@bp.post("/orders/<number>/assignment")
@guard("orders.edit")
def assignment_update(number: str) -> Response:
    order = order_or_404(number)
    form = assignment_form()
    if form.sent_well():
        call("orders.assign", p_order_id=order.id, p_person_id=form.person.data)
        return done(url_for("orders.show", number=number), _("Assigned.") if form.person.data else _("Nobody's now."))
    return done(url_for("orders.show", number=number), _("That isn't one of the choices."))


@bp.get("/orders/<number>/fields")
@guard("orders.edit")
def fields_edit(number: str) -> Response:
    order = order_or_404(number)
    form = fields_form(details.fields(), order.fields)
    return page("orders/fields/edit.html", "dialog", order=order, form=form)


@bp.post("/orders/<number>/fields")
@guard("orders.edit")
def fields_update(number: str) -> Response:
    order = order_or_404(number)
    form = fields_form(details.fields())
    if form.sent_well():
        try:
            call("orders.set_fields", p_order_id=order.id, p_fields=form.data)
        except DomainError as error:
            form.refuse_one(error)
        else:
            return done(url_for("orders.show", number=number), _("Saved."))
    return page("orders/fields/edit.html", "dialog", order=order, form=form)
