"""What people fill in at the bench."""

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, IntegerField, RadioField, SelectField, StringField
from wtforms import Form as PlainForm
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from oms.fulfillment.carriers import by_hand
from oms.fulfillment.words import REJECTIONS
from oms.web import Form
from oms.web.forms import CodeField, options

HEAVIEST_GRAMS = 1_000_000


class ScanForm(Form):
    """What the scanner read."""

    code = CodeField(_l("Code"), [InputRequired(), Length(max=200)])


class QuantityForm(Form):
    """Of a line; one where nothing is said."""

    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(min=1, max=10_000)], default=1)


class RejectionForm(Form):
    """Why this location sends the work away."""

    reason = RadioField(_l("Why?"), [InputRequired(_l("Choose a reason."))], choices=options(REJECTIONS.items()))


class ReasonForm(Form):
    """Why a step is taken back."""

    reason = StringField(_l("Why?"), [DataRequired(_l("Say why in a word or two.")), Length(max=200)])


class WeightForm(Form):
    """What the scale says."""

    weight_grams = IntegerField(
        _l("Weight"), [InputRequired(_l("Give the weight in grams.")), NumberRange(min=1, max=HEAVIEST_GRAMS)]
    )


class ServiceForm(Form):
    """Which label to buy, as "carrier/service"."""

    service = StringField(_l("Service"), [InputRequired(_l("Choose a service.")), Length(max=60)])


class TrackingForm(Form):
    """A label that was bought elsewhere."""

    carrier = SelectField(_l("Carrier"), choices=options((name, name) for name in by_hand.NAMES))
    tracking_number = CodeField(
        _l("Tracking number"), [InputRequired(_l("Give the tracking number.")), Length(min=4, max=40)]
    )


class UnitsForm(PlainForm):
    """So many units of a line."""

    line_id = IntegerField(validators=[Optional(), NumberRange(max=2**63 - 1)], widget=HiddenInput())
    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(min=0, max=99_999)])


class SplitForm(Form):
    """What becomes work of its own."""

    lines = FieldList(FormField(UnitsForm))

    def units(self) -> list[dict[str, int]]:
        """As fulfillment.split takes them."""
        return [
            {"line_id": line.line_id.data, "quantity": line.quantity.data}
            for line in self.lines
            if line.line_id.data and line.quantity.data
        ]
