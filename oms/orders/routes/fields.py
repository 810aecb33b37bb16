"""Settings > Order fields: what this shop writes on its orders besides what every shop does."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.orders import details
from oms.orders.forms import FieldForm, NewFieldForm
from oms.orders.routes import bp
from oms.web import done, guard, page


@bp.get("/settings/fields")
@guard("settings.manage")
def fields() -> Response:
    return page("orders/fields/index.html", fields=details.fields(archived=True), kinds=details.KINDS)


@bp.route("/settings/fields/new", methods=["GET", "POST"])
@guard("settings.manage")
def field_create() -> Response:
    form = NewFieldForm()
    if form.sent_well():
        if details.field(form.key.data or ""):
            form.key.errors = [_("Another field has this key.")]
        elif saved := _saved(form, {"key": form.key.data, "kind": form.kind.data}):
            return saved
    return page("orders/fields/field.html", form=form, known=None)


@bp.route("/settings/fields/<key>", methods=["GET", "POST"])
@guard("settings.manage")
def field_update(key: str) -> Response:
    known = details.field(key) or abort(404)
    form = FieldForm(data=known._asdict() | {"choices": "\n".join(known.choices)})
    if form.sent_well() and (saved := _saved(form, {"key": key, "kind": known.kind})):
        return saved
    return page("orders/fields/field.html", form=form, known=known)


def _saved(form: FieldForm, named: dict[str, str | None]) -> Response | None:
    try:
        call("orders.save_field", p_field=form.field() | named)
    except DomainError as error:
        form.refuse(error)
        return None
    return done(url_for("orders.fields"), _("Saved."))
