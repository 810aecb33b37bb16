"""The shelves of a store, and the signs on them."""

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.pickup import queries
from oms.pickup.forms import ShelfForm
from oms.pickup.routes.blueprint import bp
from oms.web import done, guard, page


@bp.get("/shelves")
@guard("pickup.view")
def shelves() -> Response:
    return _show(_place())


@bp.post("/shelves")
@guard("pickup.work")
def shelf_create() -> Response:
    place_id, form = _place(), ShelfForm()
    if form.sent_well():
        try:
            call("pickup.save_shelf", p_location_id=place_id, p_code=form.code)
        except DomainError as error:
            form.shelf.errors = [error.message]
        else:
            return done(url_for("pickup.shelves", location=place_id), _("Shelf %(shelf)s is there.", shelf=form.code))
    return _show(place_id, form)


@bp.post("/shelves/<int:shelf_id>/closing")
@guard("pickup.work")
def shelf_delete(shelf_id: int) -> Response:
    shelf = queries.shelf(shelf_id) or abort(404)
    call("pickup.close_shelf", p_shelf_id=shelf.id)
    url = url_for("pickup.shelves", location=shelf.location_id)
    return done(url, _("Shelf %(shelf)s is used no longer.", shelf=shelf.code))


@bp.get("/shelves/signs")
@guard("pickup.view")
def signs() -> Response:
    """To print and put up: the code, huge, and its barcode."""
    return page("pickup/signs.html", shelves=queries.shelves(_place()))


def _show(place_id: int, form: ShelfForm | None = None) -> Response:
    return page(
        "pickup/shelves.html",
        places=queries.places(),
        place_id=place_id,
        shelves=queries.shelves(place_id),
        form=form or ShelfForm(formdata=None),
    )


def _place() -> int:
    """One of the reader's stores: the one that was asked for, or the first."""
    ids = [place.id for place in queries.places()] or abort(404)
    wanted = request.args.get("location", ids[0], int)
    return int(wanted) if wanted in ids else abort(404)
