"""What people write about stock and locations."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from oms.inventory.words import ASIDE, REASONS, TRACKING
from oms.web import Form
from oms.web.context import now
from oms.web.forms import CodeField, MomentField, OnceField, options

_MOST = 1_000_000
_NUMBER = InputRequired(_l("Write a number."))


class ReceiptForm(Form):
    """What came in; `lots` says which, where the SKU asks for that."""

    quantity = IntegerField(_l("Quantity"), [_NUMBER, NumberRange(1, _MOST, _l("The quantity must be at least 1."))])
    note = StringField(_l("Note"), [Length(max=200)], description=_l("A delivery note or purchase order, for example."))
    once = OnceField()

    @property
    def units(self) -> int:
        return int(self.quantity.data or 0)

    @property
    def lots(self) -> list[dict[str, Any]] | None:
        return None


class LotReceiptForm(ReceiptForm):
    code = CodeField(_l("Lot"), [InputRequired(_l("Write or scan the number of the lot.")), Length(max=48)])
    expires_on = DateField(_l("Expires on"), [Optional()])

    @property
    def lots(self) -> list[dict[str, Any]]:
        day = self.expires_on.data
        return [{"code": self.code.data, "quantity": self.units, "expires_on": day and day.isoformat()}]


class SerialReceiptForm(ReceiptForm):
    quantity = None
    serials = TextAreaField(
        _l("Serial numbers"),
        [InputRequired(_l("Write or scan the serial numbers.")), Length(max=20_000)],
        description=_l("One in each line. There are as many units as numbers."),
    )

    @property
    def units(self) -> int:
        return len(self.lots)

    @property
    def lots(self) -> list[dict[str, Any]]:
        return [{"code": code, "quantity": 1} for code in (self.serials.data or "").split()]


RECEIPTS = {"none": ReceiptForm, "lot": LotReceiptForm, "serial": SerialReceiptForm}


class TrackingForm(Form):
    tracking = RadioField(_l("How are its units told apart?"), choices=options(TRACKING.items()))
    has_expiry = BooleanField(_l("Its lots expire"), description=_l("Then each lot needs a date when it is received."))


class AdjustmentForm(Form):
    """A difference, or a new count; `expected` is what the person saw on hand, so that two counts never add up."""

    how = RadioField(
        _l("What do you know?"),
        choices=options([("count", _l("How many there are")), ("change", _l("How many more or fewer"))]),
        default="count",
    )
    quantity = IntegerField(_l("Number"), [_NUMBER, NumberRange(-_MOST, _MOST)])
    reason = SelectField(_l("Reason"), choices=options(REASONS.items()), default="counted")
    note = StringField(_l("Note"), [Length(max=200)])
    expected = IntegerField(widget=HiddenInput())

    @property
    def difference(self) -> int:
        return int(self.quantity.data or 0) - (int(self.expected.data or 0) if self.how.data == "count" else 0)

    def expect(self, on_hand: int) -> None:
        """From now on the person has seen this."""
        self.expected.data, self.expected.raw_data = on_hand, None


class AsideForm(Form):
    """Stock that is set aside, or put back."""

    how = RadioField(
        _l("What do you do?"),
        choices=options([("set_aside", _l("Set aside")), ("put_back", _l("Put back"))]),
        default="set_aside",
    )
    quantity = IntegerField(_l("Quantity"), [_NUMBER, NumberRange(1, _MOST, _l("The quantity must be at least 1."))])
    reason = SelectField(_l("Why it is set aside"), choices=options(ASIDE.items()), default="damaged")
    note = StringField(_l("Note"), [Length(max=200)])


class TermsForm(Form):
    safety = IntegerField(
        _l("Safety stock"),
        [_NUMBER, NumberRange(0, _MOST)],
        description=_l("Never sold, so that a miscount hurts nobody."),
    )
    bin = CodeField(_l("Bin"), [Length(max=40)], description=_l("Where to find it; pick lists are sorted by it."))


class PastForm(Form):
    at = MomentField(_l("Date and time"), [InputRequired(_l("Choose a date and a time."))])

    def validate_at(self, field: MomentField) -> None:
        if field.data and field.data > now():
            raise ValidationError(_("Choose a moment that has passed."))


def as_change(form: AdjustmentForm) -> dict[str, Any]:
    """As inventory.adjust takes it."""
    return {
        "p_quantity": form.difference,
        "p_reason": form.reason.data,
        "p_note": (form.note.data or "").strip(),
        "p_expected": form.expected.data,
    }
