"""Locations: where stock is, what they do, when they are open."""

from typing import Any

from flask import abort, current_app, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import queries
from oms.inventory.location_form import ClosureForm, LocationForm, NewLocationForm
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
    return _shown(form)


@bp.route("/settings/locations/<code>", methods=["GET", "POST"])
@guard("settings.manage")
def location(code: str) -> Response:
    found = queries.location(code) or abort(404)
    form = LocationForm(data=LocationForm.from_row(found))
    if form.sent_well() and (saved := _saved(form, code)):
        return saved
    return _shown(form, found)


@bp.post("/settings/locations/<code>/closures")
@guard("settings.manage")
def closure_create(code: str) -> Response:
    found = queries.location(code) or abort(404)
    form = ClosureForm()
    if not form.sent_well():
        return _shown(LocationForm(formdata=None, data=LocationForm.from_row(found)), found, form)
    call("inventory.close_on", p_location_id=found.id, p_day=form.day.data, p_reason=(form.reason.data or "").strip())
    return done(url_for("inventory.location", code=code), _("It does not work on that day."))


@bp.post("/settings/locations/<code>/closures/<day>/end")
@guard("settings.manage")
def closure_end(code: str, day: str) -> Response:
    found = queries.location(code) or abort(404)
    if day not in {str(closure.day) for closure in queries.closures(found.id)}:
        abort(404)
    call("inventory.open_on", p_location_id=found.id, p_day=day)
    return done(url_for("inventory.location", code=code), _("It works on that day."))


def _shown(form: LocationForm, location: Row[Any] | None = None, closing: ClosureForm | None = None) -> Response:
    """Routing, which stands above, knows what is missing for it and how accurate it is (app.extensions)."""
    return page(
        "inventory/location.html",
        status=422 if closing else None,
        form=form,
        location=location,
        closing=closing or ClosureForm(formdata=None),
        closures=queries.closures(location.id) if location else [],
        warnings=current_app.extensions["place_warnings"](location) if location else [],
        accuracy=current_app.extensions["place_accuracy"](location) if location else "",
        can_leave="fulfillment.elsewhere_create" in current_app.view_functions,
    )


def _saved(form: LocationForm, code: str) -> Response | None:
    given: dict[str, Any] = form.location() | {"code": code}
    try:
        call("inventory.save_location", p_location=given)
    except DomainError as error:
        form.refuse(error)
        return None
    return done(url_for("inventory.locations"), _("Saved."))
