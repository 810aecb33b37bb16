"""Stock that can't be sold for now: set aside, and put back."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory import queries
from oms.inventory.forms import AsideForm
from oms.inventory.routes import bp, level_or_404, lot_or_404, variant_or_404
from oms.web import done, guard, page


@bp.get("/stock/<int:variant_id>/<int:location_id>/asides/new")
@guard("stock.adjust")
def aside_new(variant_id: int, location_id: int) -> Response:
    return _asked(variant_id, location_id, AsideForm())


@bp.post("/stock/<int:variant_id>/<int:location_id>/asides")
@guard("stock.adjust")
def aside_create(variant_id: int, location_id: int) -> Response:
    level_or_404(variant_id, location_id)
    form = AsideForm()
    if form.sent_well():
        lot = lot_or_404(variant_id, location_id)
        given = {"p_quantity": form.quantity.data, "p_note": (form.note.data or "").strip(), "p_lot_id": lot and lot.id}
        try:
            _move(form.how.data, form.reason.data, p_variant_id=variant_id, p_location_id=location_id, **given)
        except DomainError as error:
            form.refuse(error)
        else:
            undo = url_for(
                "inventory.aside_undo",
                variant_id=variant_id,
                location_id=location_id,
                how=form.how.data,
                quantity=form.quantity.data,
                reason=form.reason.data,
                lot=request.args.get("lot"),
            )
            return done(url_for("inventory.show", variant_id=variant_id), _told(form), undo=undo)
    return _asked(variant_id, location_id, form)


@bp.post("/stock/<int:variant_id>/<int:location_id>/asides/undo")
@guard("stock.adjust")
def aside_undo(variant_id: int, location_id: int) -> Response:
    """The opposite of what was just done."""
    level_or_404(variant_id, location_id)
    lot = lot_or_404(variant_id, location_id)
    _move(
        "put_back" if request.args.get("how") == "set_aside" else "set_aside",
        request.args.get("reason", ""),
        p_variant_id=variant_id,
        p_location_id=location_id,
        p_quantity=request.args.get("quantity", 0, type=int),
        p_lot_id=lot and lot.id,
    )
    return done(url_for("inventory.show", variant_id=variant_id), _("Undone."))


def _move(how: str, reason: str, **given: Any) -> None:
    if how == "set_aside":
        call("inventory.set_aside", p_reason=reason, **given)
    else:
        call("inventory.put_back", **given)


def _told(form: AsideForm) -> str:
    quantity = form.quantity.data or 0
    if form.how.data == "set_aside":
        return str(ngettext("%(num)d unit set aside.", "%(num)d units set aside.", quantity))
    return str(ngettext("%(num)d unit put back.", "%(num)d units put back.", quantity))


def _asked(variant_id: int, location_id: int, form: AsideForm) -> Response:
    return page(
        "inventory/aside/new.html",
        "dialog",
        variant=variant_or_404(variant_id),
        level=level_or_404(variant_id, location_id),
        lot=lot_or_404(variant_id, location_id),
        asides=queries.asides(variant_id, location_id),
        form=form,
    )
