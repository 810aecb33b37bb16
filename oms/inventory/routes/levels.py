"""What is done to a SKU at a location: take stock in, correct it, set its terms."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.db import DomainError, call
from oms.inventory.forms import RECEIPTS, AdjustmentForm, TermsForm, as_change
from oms.inventory.routes import bp, level_or_404, lot_or_404, variant_or_404
from oms.web import Form, done, guard, page

_CHANGED = "OM109"


@bp.get("/stock/<int:variant_id>/<int:location_id>/receipts/new")
@guard("stock.adjust")
def receipt_new(variant_id: int, location_id: int) -> Response:
    return _asked("receipt", variant_id, location_id, RECEIPTS[variant_or_404(variant_id).tracking]())


@bp.post("/stock/<int:variant_id>/<int:location_id>/receipts")
@guard("stock.adjust")
def receipt_create(variant_id: int, location_id: int) -> Response:
    level_or_404(variant_id, location_id)
    form = RECEIPTS[variant_or_404(variant_id).tracking]()
    if form.sent_well():
        quantity, note = form.units, (form.note.data or "").strip()
        given = {"p_variant_id": variant_id, "p_location_id": location_id, "p_quantity": quantity, "p_note": note}
        try:
            on_hand = call("inventory.receive", **given, p_key=form.once.data[:100], p_lots=form.lots)
        except DomainError as error:
            form.refuse(error)
        else:
            message = ngettext("%(num)d unit received.", "%(num)d units received.", quantity)
            return _done(
                variant_id, message, undo=None if form.lots else _reversal(variant_id, location_id, quantity, on_hand)
            )
    return _asked("receipt", variant_id, location_id, form)


@bp.get("/stock/<int:variant_id>/<int:location_id>/adjustments/new")
@guard("stock.adjust")
def adjustment_new(variant_id: int, location_id: int) -> Response:
    level = level_or_404(variant_id, location_id)
    form = AdjustmentForm(expected=(lot_or_404(variant_id, location_id) or level).on_hand)
    return _asked("adjustment", variant_id, location_id, form)


@bp.post("/stock/<int:variant_id>/<int:location_id>/adjustments")
@guard("stock.adjust")
def adjustment_create(variant_id: int, location_id: int) -> Response:
    level_or_404(variant_id, location_id)
    form = AdjustmentForm()
    if form.sent_well():
        try:
            on_hand = _adjust(variant_id, location_id, **as_change(form))
        except DomainError as error:
            form.refuse(error)
            if error.code == _CHANGED:
                form.expect(error.detail["on_hand"])
                return _asked("adjustment", variant_id, location_id, form, status=409)
        else:
            undo = _reversal(variant_id, location_id, form.difference, on_hand)
            return _done(variant_id, _("Corrected: %(num)s on hand now.", num=on_hand), undo=undo)
    return _asked("adjustment", variant_id, location_id, form)


@bp.post("/stock/<int:variant_id>/<int:location_id>/reversals")
@guard("stock.adjust")
def reversal_create(variant_id: int, location_id: int) -> Response:
    """Undo what was just received or corrected, unless the stock has moved since."""
    level_or_404(variant_id, location_id)
    _adjust(
        variant_id,
        location_id,
        p_quantity=-request.args.get("quantity", 0, type=int),
        p_reason="correction",
        p_expected=request.args.get("on_hand", 0, type=int),
    )
    return _done(variant_id, _("Undone."))


@bp.get("/stock/<int:variant_id>/<int:location_id>/terms")
@guard("stock.adjust")
def terms(variant_id: int, location_id: int) -> Response:
    return _asked("terms", variant_id, location_id, TermsForm(obj=level_or_404(variant_id, location_id)))


@bp.post("/stock/<int:variant_id>/<int:location_id>/terms")
@guard("stock.adjust")
def terms_update(variant_id: int, location_id: int) -> Response:
    level_or_404(variant_id, location_id)
    form = TermsForm()
    if form.sent_well():
        given = {f"p_{name}": found for name, found in form.data.items()}
        try:
            call("inventory.set_terms", p_variant_id=variant_id, p_location_id=location_id, **given)
        except DomainError as error:
            form.refuse(error)
        else:
            return _done(variant_id, _("Saved."))
    return _asked("terms", variant_id, location_id, form)


def _adjust(variant_id: int, location_id: int, **change: Any) -> int:
    """Of a lot, if the address names one; on hand after."""
    if lot := lot_or_404(variant_id, location_id):
        return int(call("inventory.adjust_lot", p_lot_id=lot.id, p_location_id=location_id, **change))
    return int(call("inventory.adjust", p_variant_id=variant_id, p_location_id=location_id, **change))


def _asked(what: str, variant_id: int, location_id: int, form: Form, status: int | None = None) -> Response:
    return page(
        f"inventory/{what}/new.html",
        "dialog",
        status=status,
        variant=variant_or_404(variant_id),
        level=level_or_404(variant_id, location_id),
        lot=lot_or_404(variant_id, location_id),
        form=form,
    )


def _reversal(variant_id: int, location_id: int, quantity: int, on_hand: int) -> str:
    """The address that takes back a change which left so many on hand."""
    return url_for(
        "inventory.reversal_create",
        variant_id=variant_id,
        location_id=location_id,
        quantity=quantity,
        on_hand=on_hand,
        lot=request.args.get("lot"),
    )


def _done(variant_id: int, message: str, undo: str | None = None) -> Response:
    return done(url_for("inventory.show", variant_id=variant_id), message, undo=undo)
