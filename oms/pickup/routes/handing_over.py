"""At the counter: to the right person, once, and paid."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row
from werkzeug import Response

from oms.db import call
from oms.pickup import handover
from oms.pickup.forms import CodeForm, IdentityForm, PaymentForm
from oms.pickup.routes.blueprint import answers_in_place, bp, show, staged_or_404
from oms.pickup.till import Due, till
from oms.web import Form, done, guard


@bp.post("/<number>/hand-over")
@guard("pickup.work")
@answers_in_place
def hand_over_create(number: str) -> Response:
    """The collector has the code."""
    pickup, form = staged_or_404(number), CodeForm()
    due = till().due(pickup.request_id)
    payment = PaymentForm()
    if mistake := _mistake(form, payment, due):
        return show(number, mistake, 422, code=form, payment=payment)
    if not handover.with_code(pickup, form.code.data or "", due, payment.means.data or ""):
        return show(number, _wrong(staged_or_404(number)), 422)
    return _handed_over(number)


@bp.post("/<number>/hand-over/identity")
@guard("pickup.work")
@answers_in_place
def identity_create(number: str) -> Response:
    """The collector has no code, but a photo ID."""
    pickup, form = staged_or_404(number), IdentityForm()
    due = till().due(pickup.request_id)
    payment = PaymentForm()
    if mistake := _mistake(form, payment, due):
        return show(number, mistake, 422, identity=form, payment=payment)
    handover.with_identity(pickup, form.collected_by.data or "", due, payment.means.data or "")
    return _handed_over(number)


@bp.post("/<number>/hand-over/undo")
@guard("pickup.work")
@answers_in_place
def hand_over_delete(number: str) -> Response:
    call("pickup.undo_hand_over", p_pickup_id=staged_or_404(number).pickup_id)
    return done(url_for("pickup.show", number=number), _("Undone. It waits on its shelf again."))


@bp.post("/<number>/unlocking")
@guard("pickup.unlock")
@answers_in_place
def unlocking_create(number: str) -> Response:
    call("pickup.unlock", p_pickup_id=staged_or_404(number).pickup_id)
    return done(url_for("pickup.show", number=number), _("Unlocked. Codes count again."))


def _mistake(form: Form, payment: PaymentForm, due: Due | None) -> str:
    is_complete = form.sent_well()
    if due and not payment.sent_well():
        return _("Take the money first, and say how it was paid.")
    return "" if is_complete else _("Something is missing.")


def _wrong(pickup: Row[tuple[int]]) -> str:
    if pickup.is_locked:
        return _("Wrong code, five times now. It is locked: check the person's ID, or ask a manager.")
    return ngettext("Wrong code. %(num)s try left.", "Wrong code. %(num)s tries left.", pickup.tries_left)


def _handed_over(number: str) -> Response:
    undo = url_for("pickup.hand_over_delete", number=number)
    return done(url_for("pickup.index"), _("%(number)s is handed over.", number=number), undo=undo)
