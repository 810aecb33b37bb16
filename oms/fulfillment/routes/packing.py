"""From the full tote to the carrier: box, label, hand-over; and one step back."""

from flask_babel import gettext as _
from werkzeug import Response

from oms import db
from oms.db import call
from oms.fulfillment import parcels, queries
from oms.fulfillment.carriers import CarrierError, by_hand
from oms.fulfillment.forms import ReasonForm, ServiceForm, TrackingForm, WeightForm
from oms.fulfillment.routes.blueprint import answers_in_place, bp, refused, told, work_or_404
from oms.web import guard


@bp.post("/<number>/package")
@guard("fulfillment.work")
@answers_in_place
def package_create(number: str) -> Response:
    work, form = work_or_404(number), WeightForm()
    if not form.sent_well():
        return refused(number, _("Give the weight in grams."), 422, weight=form)
    call("fulfillment.pack", p_order_id=work.id, p_weight_grams=form.weight_grams.data)
    return told(number, _("Packed."), "")


@bp.post("/<number>/label")
@guard("fulfillment.work")
@answers_in_place
def label_create(number: str) -> Response:
    """Buy a label from a carrier."""
    form = ServiceForm()
    if not form.sent_well():
        return refused(number, _("Choose a service."), 422)
    try:
        bought = parcels.buy_label(_package_id(number), form.service.data or "")
    except CarrierError as error:
        return refused(number, str(error), 502)
    return told(number, _("The label is there: %(number)s.", number=bought))


@bp.post("/<number>/tracking-number")
@guard("fulfillment.work")
@answers_in_place
def tracking_number_create(number: str) -> Response:
    """A label bought elsewhere."""
    form = TrackingForm()
    if not form.sent_well():
        return refused(number, _("Give the tracking number."), 422, by_hand=form)
    carrier, tracking_number = form.carrier.data, form.tracking_number.data or ""
    call(
        "fulfillment.add_label",
        p_package_id=_package_id(number),
        p_carrier=carrier,
        p_service="",
        p_tracking_number=tracking_number,
        p_tracking_url=by_hand.tracking_url(carrier, tracking_number),
    )
    return told(number, _("The tracking number is kept."))


@bp.post("/<number>/shipment")
@guard("fulfillment.work")
@answers_in_place
def shipment_create(number: str) -> Response:
    call("fulfillment.ship", p_order_id=work_or_404(number).id)
    return told(number, _("On its way. The customer is told."))


@bp.post("/<number>/reopening")
@guard("fulfillment.work")
@answers_in_place
def reopening_create(number: str) -> Response:
    work, form = work_or_404(number), ReasonForm()
    if not form.sent_well():
        return refused(number, _("Say why in a word or two."), 422, reopening=form)
    call("fulfillment.reopen", p_order_id=work.id, p_reason=form.reason.data)
    return told(number, _("One step back."))


@bp.post("/<number>/delivery")
@guard("fulfillment.work")
@answers_in_place
def delivery_create(number: str) -> Response:
    """For carriers that do not tell us: somebody knows that it has arrived."""
    for package in queries.packages(work_or_404(number).id):
        call(
            "fulfillment.record_tracking",
            p_package_id=package.id,
            p_status="delivered",
            p_description="",
            p_place="",
            p_occurred_at=db.now(),
        )
    return told(number, _("Marked as delivered."))


def _package_id(number: str) -> int:
    """The box that is being labeled."""
    packages = queries.packages(work_or_404(number).id)
    return packages[-1].id if packages else 0
