"""Locations: where stock is, what they do, when they are open."""

from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import queries
from oms.inventory.location_form import LocationForm, NewLocationForm
from oms.inventory.routes import bp
from oms.web import done, guard, page


@bp.get("/settings/locations")
@guard("settings.manage")
def locations() -> Response:
    return page("inventory/locations.html", locations=queries.all_locations())


@bp.route("/settings/locations/new", methods=["GET", "POST"])
@guard("settings.manage")
def location_create() -> Response:
    form = NewLocationForm()
    if form.sent_well():
        if queries.location(form.code.data):
            form.code.errors = [_("Another location has this code.")]
        elif saved := _saved(form, form.code.data):
            return saved
    return page("inventory/location.html", form=form, location=None)


@bp.route("/settings/locations/<code>", methods=["GET", "POST"])
@guard("settings.manage")
def location(code: str) -> Response:
    found = queries.location(code) or abort(404)
    form = LocationForm(data=LocationForm.from_row(found))
    if form.sent_well() and (saved := _saved(form, code)):
        return saved
    return page("inventory/location.html", form=form, location=found)


def _saved(form: LocationForm, code: str) -> Response | None:
    given: dict[str, Any] = form.location() | {"code": code}
    try:
        call("inventory.save_location", p_location=given)
    except DomainError as error:
        form.refuse(error)
        return None
    return done(url_for("inventory.locations"), _("Saved."))
