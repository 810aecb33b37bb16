"""What the team writes on an order: holds, cancellations, payments, notes."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from oms.orders.words import CANCEL_REASONS, GATEWAYS, HOLD_REASONS
from oms.web import Form
from oms.web.forms import MoneyField, OnceField, options

QUANTITY_MAX = 99_999
_LONGEST_NOTE = Length(max=2000)


class _AsSeen(Form):
    """Carries what the person saw: the order's version and its last event. What came after is told, not overwritten."""

    version = IntegerField(validators=[Optional(), NumberRange(max=2**31 - 1)], widget=HiddenInput())
    seen = IntegerField(validators=[Optional(), NumberRange(max=2**63 - 1)], widget=HiddenInput(), default=0)


class HoldForm(Form):
    reason = SelectField(_l("Reason"), choices=options(HOLD_REASONS.items()), default="manual")
    note = TextAreaField(_l("Note for the team"), [_LONGEST_NOTE])


class UnitsForm(PlainForm):
    """So many units of a line."""

    line_id = IntegerField(validators=[Optional(), NumberRange(max=2**63 - 1)], widget=HiddenInput())
    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(0, QUANTITY_MAX, _l("From 0 to 99,999."))])


class CancellationForm(_AsSeen):
    """Without lines it is about everything that has not left."""

    lines = FieldList(FormField(UnitsForm))
    reason = SelectField(_l("Reason"), choices=options(CANCEL_REASONS.items()), default="customer")
    note = TextAreaField(_l("Note for the team"), [_LONGEST_NOTE])
    restocks = BooleanField(_l("What was picked can be sold again"), default=True)
    refunds = BooleanField(_l("Ask for the refund now"), default=True)
    notifies = BooleanField(_l("Tell the customer by mail"), default=True)

    def units(self) -> list[dict[str, int]]:
        """As orders.cancel_lines takes them."""
        return [
            {"line_id": line.line_id.data, "quantity": line.quantity.data}
            for line in self.lines
            if line.line_id.data and line.quantity.data
        ]


class PaymentForm(_AsSeen):
    """`kind` is what happened; a typed reference makes the same payment known when somebody records it again."""

    kind = RadioField(_l("What happened"), default="capture")
    amount = MoneyField(_l("Amount"), [InputRequired(_l("Write an amount."))])
    gateway = SelectField(
        _l("How"),
        choices=options(GATEWAYS.items()),
    )
    reference = StringField(_l("Reference"), [Length(max=100)])
    once = OnceField()

    def validate_amount(self, field: MoneyField) -> None:
        if field.data is not None and field.data < 1:
            raise ValidationError(_("The amount must be more than zero."))

    def fact(self) -> dict[str, Any]:
        """As payments.record takes it."""
        reference = (self.reference.data or "").strip()
        return {
            "kind": self.kind.data,
            "amount_minor": self.amount.data,
            "gateway": self.gateway.data,
            "reference": reference or self.once.data,
            "note": reference,
        }


def payment_form(currency: str, kinds: list[str], **given: Any) -> PaymentForm:
    """A form for amounts in this currency, and for what can happen to this order."""

    class Form(PaymentForm):
        amount = MoneyField(_l("Amount"), [InputRequired(_l("Write an amount."))], currency=currency)
        kind = RadioField(_l("What happened"), choices=options((kind, _KINDS[kind]) for kind in kinds))

    return Form(**given)


_KINDS = {
    "capture": _l("The customer paid"),
    "refund": _l("We gave money back"),
    "void": _l("We gave up an authorization"),
}


class NoteForm(Form):
    text = TextAreaField(_l("Note"), [Length(max=4000)])


class ManyForm(Form):
    """A question about many orders: which ones, as ids, so that what was confirmed is what happens."""

    ids = HiddenField()
    reason = SelectField(_l("Reason"), choices=options(HOLD_REASONS.items()), default="manual")
    note = TextAreaField(_l("Note for the team"), [_LONGEST_NOTE])
