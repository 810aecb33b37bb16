"""What people write about stock and locations."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError
from wtforms.widgets import HiddenInput

from oms.inventory.words import ASIDE, REASONS
from oms.web import Form
from oms.web.context import now
from oms.web.forms import CodeField, MomentField, OnceField, options

_MOST = 1_000_000
_NUMBER = InputRequired(_l("Write a number."))


class ReceiptForm(Form):
    quantity = IntegerField(_l("Quantity"), [_NUMBER, NumberRange(1, _MOST, _l("The quantity must be at least 1."))])
    note = StringField(_l("Note"), [Length(max=200)], description=_l("A delivery note or purchase order, for example."))
    once = OnceField()


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
