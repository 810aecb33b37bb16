"""What the team writes on an order: holds, cancellations, payments, notes, tags, and fields of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from sqlalchemy import Row
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
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError
from wtforms.widgets import DateInput, HiddenInput, TextInput, URLInput

from oms.customers.forms import AddressFields
from oms.db import DomainError
from oms.orders import details
from oms.orders.words import CANCEL_REASONS, GATEWAYS, HOLD_REASONS, METHODS
from oms.web import Form
from oms.web.forms import CodeField, MoneyField, OnceField, options

QUANTITY_MAX = 99_999
_LONGEST_NOTE = Length(max=2000)


class _AsSeen(Form):
    """Carries what the person saw: the order's version and its last event. What came after is told, not overwritten."""

    version = IntegerField(validators=[Optional(), NumberRange(max=2**31 - 1)], widget=HiddenInput())
    seen = IntegerField(validators=[Optional(), NumberRange(max=2**63 - 1)], widget=HiddenInput(), default=0)


class HoldForm(Form):
    reason = SelectField(_l("Reason"), choices=options(HOLD_REASONS.items()), default="manual")
    note = TextAreaField(_l("Note for the team"), [_LONGEST_NOTE])


class ProfileForm(Form):
    profile = SelectField(_l("Profile"), coerce=int)

    def __init__(self, known: dict[int, str], **given: Any) -> None:
        super().__init__(**given)
        self.profile.choices = list(known.items())


class UnitsForm(PlainForm):
    """So many units of a line."""

    line_id = IntegerField(validators=[Optional(), NumberRange(max=2**63 - 1)], widget=HiddenInput())
    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(0, QUANTITY_MAX, _l("From 0 to 99,999."))])


class SubstitutionForm(_AsSeen):
    has_agreed = BooleanField(_l("The customer has agreed"))


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


class AddedForm(PlainForm):
    """A product to be added; without a price, at today's."""

    sku = StringField(_l("SKU"), [Length(max=100)])
    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(1, QUANTITY_MAX, _l("From 1 to 99,999."))])
    price = MoneyField(_l("Price"))


ADDRESS = ("name", "company", "line1", "line2", "postal_code", "city", "region", "country_code", "phone")


class EditForm(AddressFields, _AsSeen):
    """An order as it should be. What is as it was, is no change."""

    lines = FieldList(FormField(UnitsForm))
    added = FieldList(FormField(AddedForm), min_entries=3)
    method = SelectField(_l("Delivery"), choices=options(METHODS.items()))
    location = SelectField(_l("Store"), coerce=int, validate_choice=False)
    name = StringField(_l("Name"), [Length(max=200)])
    reason = StringField(_l("Why"), [Length(max=200)])

    def wanted(self, order: Row[Any]) -> dict[str, Any]:
        """As orders.propose_change takes it."""
        wanted: dict[str, Any] = {
            "lines": [
                {"line_id": line.line_id.data, "quantity": line.quantity.data}
                for line in self.lines
                if line.line_id.data and line.quantity.data is not None
            ],
            "add": [
                {"sku": line.sku.data.strip(), "quantity": line.quantity.data or 1, "unit_price_minor": line.price.data}
                for line in self.added
                if (line.sku.data or "").strip()
            ],
        }
        before = order.ship_to or {}
        address = {**before, **{name: self[name].data or "" for name in ADDRESS if name in self}}
        if before and address != before:
            wanted["ship_to"] = {name: address[name] for name in ADDRESS}
        place = self.location.data if self.method.data == "pickup" else None
        if (self.method.data, place) != (order.method, order.pickup_location_id):
            wanted["delivery"] = {"method": self.method.data, "location_id": place}
        return wanted


class ReopeningForm(_AsSeen):
    reason = StringField(_l("Why"), [InputRequired(_l("Say why in a word or two.")), Length(max=200)])


class ConfirmationForm(_AsSeen):
    refunds = BooleanField(_l("Ask for the refund now"), default=True)
    notifies = BooleanField(_l("Tell the customer by mail"), default=True)


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


class AttachmentForm(Form):
    file = FileField(_l("File"), [FileRequired(_l("Choose a file."))])


class ManyForm(Form):
    """A question about many orders: which ones, as ids, so that what was confirmed is what happens."""

    ids = HiddenField()


class ManyHoldForm(ManyForm):
    reason = SelectField(_l("Reason"), choices=options(HOLD_REASONS.items()), default="manual")
    note = TextAreaField(_l("Note for the team"), [_LONGEST_NOTE, Optional()])


class ManyTagsForm(ManyForm):
    add = StringField(_l("Put on"), [Length(max=500), Optional()])
    remove = StringField(_l("Take off"), [Length(max=500), Optional()])


def assignment_form(**given: Any) -> Any:
    """Who looks after one order, or after many."""

    class Form(ManyForm):
        person = SelectField(
            _l("Looks after it"),
            choices=options([("", _l("Nobody")), *((person.id, person.name) for person in details.people())]),
            coerce=lambda value: int(value) if value else None,
        )

    return Form(**given)


def tags_of(text: str | None) -> list[str]:
    """Tags as people type them: separated by commas."""
    return [tag.strip() for tag in (text or "").split(",") if tag.strip()]


class FieldForm(Form):
    """A field of this shop. Its key and its kind stay as they were made."""

    label = StringField(_l("Label"), [InputRequired(_l("Give the field a label.")), Length(max=60)])
    choices = TextAreaField(_l("Choices"), [Length(max=4000)], description=_l("One on each line; only for a choice."))
    position = IntegerField(
        _l("Position"), [Optional(), NumberRange(0, 999)], default=0, description=_l("The lowest comes first.")
    )
    is_required = BooleanField(
        _l("Required"), description=_l("Orders still come in without it, and show that it is missing.")
    )
    is_archived = BooleanField(_l("Archived"), description=_l("Not offered any more; what was written stays."))

    def field(self) -> dict[str, Any]:
        """As orders.save_field takes it."""
        choices = [line.strip() for line in (self.choices.data or "").splitlines() if line.strip()]
        return {
            "label": (self.label.data or "").strip(),
            "choices": choices,
            "position": self.position.data or 0,
            "is_required": self.is_required.data,
            "is_archived": self.is_archived.data,
        }


class NewFieldForm(FieldForm):
    key = CodeField(
        _l("Key"),
        [Regexp(r"[a-z][a-z0-9_]{0,39}$", message=_l("Small letters, digits and underscores, such as gift_message."))],
        description=_l("What files and the API call it."),
    )
    kind = SelectField(_l("Kind"), choices=options(details.KINDS.items()))


class _FieldsForm(Form):
    def refuse_one(self, error: DomainError) -> None:
        """Beside the field of the shop that the refusal names."""
        field = self._fields.get(error.detail.get("key", ""))
        if field is None:
            self.form_errors.append(error.message)
        else:
            field.errors = [*field.errors, error.message]


def fields_form(known: Iterable[Row[Any]], values: Mapping[str, Any] | None = None) -> Any:
    """One control for each field of this shop, of its kind. What stands in it is checked by the database."""
    written = {
        key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in (values or {}).items()
    }
    controls = {field.key: _control(field) for field in known}
    return type("Form", (_FieldsForm,), controls)(data=written)


def _control(field: Row[Any]) -> Any:
    required = [InputRequired(_l("This is required."))] if field.is_required else [Optional()]
    if field.kind == "boolean":
        return SelectField(
            field.label, required, choices=options([("", "–"), ("true", _l("Yes")), ("false", _l("No"))])
        )
    if field.kind == "choice":
        return SelectField(
            field.label, required, choices=options([("", "–"), *((each, each) for each in field.choices)])
        )
    widget = {"date": DateInput(), "link": URLInput()}.get(field.kind, TextInput())
    return StringField(field.label, [*required, Length(max=500)], widget=widget)


class RecallForm(Form):
    reason = StringField(_l("Why it is recalled"), [InputRequired(_l("Say why the lot is recalled.")), Length(max=200)])


class ViewForm(Form):
    """A list of orders under a name."""

    name = StringField(
        _l("Name"), [InputRequired(_l("Give the view a name of at most 40 characters.")), Length(max=40)]
    )
    is_shared = BooleanField(_l("For the whole team"))

    @property
    def given(self) -> dict[str, Any]:
        """As orders.save_view takes it."""
        return {"p_name": self.name.data, "p_is_shared": self.is_shared.data}
