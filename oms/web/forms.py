"""Forms: parsed and checked by WTForms, drawn by templates/ui/forms.html.

    form = NoteForm()
    if form.sent_well():
        try:
            call("orders.note", p_order_id=order_id, p_text=form.text.data)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("orders.show", number=number), _("Noted."))
    return page("orders/show.html", "note_form", form=form, ...)

A page that gets a `form` with mistakes answers 422 by itself.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from babel import numbers
from flask_babel import get_timezone
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import DateTimeLocalField, Field, HiddenField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from oms.db import DomainError
from oms.web.context import get_locale, shop
from oms.web.formats import major

_DIGITS_MAX = 12  # of an amount before its decimals: more is a slip of the hand


class Form(FlaskForm):
    """The base of every form."""

    class Meta(FlaskForm.Meta):
        """The CSRF token is checked before any route runs, so it is no field here."""

        csrf = False

    def sent_well(self) -> bool:
        """It was sent, and nothing in it is wrong."""
        return bool(self.validate_on_submit())

    def refuse(self, error: DomainError) -> None:
        """Say what the database refused: beside its field where it names one, else above the form."""
        field = self._fields.get(error.field or "")
        if field is None:
            self.form_errors.append(error.message)
        else:
            field.errors = [*field.errors, error.message]


class OnceField(HiddenField):
    """A key made when the form is shown and kept when it is shown again: sent twice, it is one and the same order."""

    def process_data(self, value: Any) -> None:
        self.data = value or str(uuid.uuid4())


class MoneyField(Field):
    """An amount as the reader writes it ("1.234,50"), in minor units as data; in the shop's currency unless another is named."""

    widget = TextInput()

    def __init__(self, *args: Any, currency: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency or str(shop().currency)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else write_money(self.data, self.currency)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = valuelist[0].strip() if valuelist else ""
        self.data = parse_money(text, self.currency) if text else None


class MomentField(DateTimeLocalField):
    """A day and a time of day as the reader's clock shows them; an aware moment as data."""

    data: datetime | None

    def _value(self) -> str:
        if self.raw_data or self.data is None:
            return str(super()._value())
        return f"{self.data.astimezone(get_timezone()):%Y-%m-%dT%H:%M}"

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            self.data = get_timezone().localize(self.data)


class CodeField(StringField):
    """A SKU, barcode or order number: trimmed, never corrected by a phone's keyboard."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0].strip() if valuelist else ""


def options(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """Choices of a select: (value, label) for each."""
    return [SelectChoice(value, label) for value, label in pairs]


def parse_money(text: str, currency: str) -> int:
    """Minor units for an amount as the reader writes it."""
    try:
        amount: Decimal = numbers.parse_decimal(text, locale=get_locale(), strict=True)
    except numbers.NumberFormatError as error:
        raise ValidationError(_("Write an amount such as %(example)s.", example=_example(currency))) from error
    if amount.adjusted() >= _DIGITS_MAX:
        raise ValidationError(_("That is too much."))
    minor = amount.scaleb(numbers.get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise ValidationError(_("Too many decimals. Write an amount such as %(example)s.", example=_example(currency)))
    return int(minor)


def parse_money_or_keep(text: str, currency: str) -> int | str:
    """Minor units; what can't be read stays as it was typed, for the database to refuse."""
    try:
        return parse_money(text, currency)
    except ValidationError:
        return text


def write_money(minor: int, currency: str) -> str:
    """An amount as the reader would write it: every decimal, nothing between the thousands."""
    return _written(major(minor, currency), currency)


def _example(currency: str) -> str:
    return _written(Decimal("12.5"), currency)


def _written(amount: Decimal, currency: str) -> str:
    digits = numbers.get_currency_precision(currency)
    return numbers.format_decimal(amount, f"0.{'0' * digits}" if digits else "0", locale=get_locale())
