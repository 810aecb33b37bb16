"""The phone-order form, as it is sent and shown again."""

from typing import Any

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, FieldList, FormField, IntegerField, SelectField, StringField, TextAreaField
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError
from wtforms.widgets import HiddenInput

from oms.channels.phone import queries
from oms.customers.forms import AddressFields
from oms.db import call, value
from oms.web import CUSTOMER_LANGUAGES, Form
from oms.web.choices import countries, languages
from oms.web.forms import MoneyField, OnceField, options

QUANTITY_MAX = 99_999
METHODS = [("ship", _l("Ship")), ("pickup", _l("Pick up at a store"))]
ADDRESS = ("company", "line1", "line2", "postal_code", "city", "region", "country_code")


def _not_negative(_form: Any, field: Any) -> None:
    if field.data is not None and field.data < 0:
        raise ValidationError(_("Not less than nothing."))


class LineForm(PlainForm):
    sku = StringField(_l("SKU"))
    quantity = IntegerField(_l("Quantity"), [NumberRange(1, QUANTITY_MAX, _l("From 1 to 99,999."))], default=1)
    price = MoneyField(_l("Price"), [_not_negative])


class PhoneOrderForm(AddressFields, Form):
    once = OnceField()
    draft = IntegerField(widget=HiddenInput(), default=0)  # the version that was opened; 0: not kept yet
    channel = SelectField(_l("Channel"))
    language = SelectField(_l("Language"))
    name = StringField(_l("Name"), [InputRequired(_l("Who is it for?")), Length(max=200)])
    email = EmailField(_l("E-mail"), [Length(max=254)])
    method = SelectField(_l("Delivery"), choices=options(METHODS), default="ship")
    location = SelectField(_l("Store"), validate_choice=False)
    country_code = SelectField(_l("Country"))
    lines = FieldList(FormField(LineForm))
    discount = MoneyField(_l("Discount"), [_not_negative])
    shipping = MoneyField(_l("Shipping"), [_not_negative])
    terms = SelectField(
        _l("Payment"),
        choices=options(
            [
                ("prepaid", _l("In advance: the order waits for the payment")),
                ("on_pickup", _l("When it is picked up")),
                ("invoice", _l("By invoice, later")),
            ]
        ),
        default="prepaid",
    )
    note = TextAreaField(_l("Note for the team"), [Length(max=4000)])

    def __init__(self, channels: list[Any], **given: Any) -> None:
        super().__init__(**given)
        self.channel.choices = options((channel.code, channel.name) for channel in channels)
        self.used = next((channel for channel in channels if channel.code == self.channel.data), channels[0])
        self.channel.data = self.used.code
        self.language.choices = languages(CUSTOMER_LANGUAGES)
        self.language.data = self.language.data or self.used.language
        self.country_code.choices = countries()
        self.country_code.data = self.country_code.data or value("select country_code from db.shop")
        self.location.choices = options((place.code, place.name) for place in queries.pickup_locations())
        for money in (self.discount, self.shipping, *(line.price for line in self.lines)):
            _count_in(self.used.currency, money)

    @property
    def methods(self) -> list[tuple[str, LazyString]]:
        return METHODS

    @property
    def required(self) -> set[str]:
        """The fields of the address that its country wants."""
        return set(call("channels.address_fields", p_country_code=self.country_code.data) or ())

    def add(self, sku: str) -> None:
        """One more of a SKU: on its line where it has one."""
        for line in self.lines:
            if line.sku.data == sku:
                line.quantity.raw_data = None
                line.quantity.data = (line.quantity.data or 0) + 1
                return
        product = queries.by_sku([sku], self.used.currency).get(sku)
        line = self.lines.append_entry({"sku": sku, "quantity": 1, "price": product and product.price_minor})
        line.price.currency = self.used.currency

    def remove(self, sku: str) -> None:
        self.lines.entries = [line for line in self.lines.entries if line.sku.data != sku]

    def fill_in(self, customer: Any) -> None:
        """Take over what we know of a customer."""
        for name in ("name", "email", "phone", "language", *ADDRESS):
            known = getattr(customer, name)
            if known:
                self[name].data, self[name].raw_data = known, None

    def copy(self, order: Any) -> None:
        """The same again, at today's prices."""
        self.fill_in(order)
        self.method.data, self.location.data = order.method, order.location
        for line in order.lines or ():
            self.add(line["sku"])
            self.lines[-1].quantity.data = line["quantity"]

    @property
    def typed(self) -> dict[str, Any]:
        """Everything in it, also what can't be read: what `data` of a new form takes, in any language."""
        lines = [{field.short_name: _typed(field) for field in line.form} for line in self.lines]
        kept = {field.name: _typed(field) for field in self if field.name not in ("once", "draft", "lines")}
        return {**kept, "lines": lines}

    def show_unread(self) -> None:
        """Show what was kept and could not be read as it was typed."""
        numbers = [self.discount, self.shipping, *(n for line in self.lines for n in (line.quantity, line.price))]
        for field in numbers:
            if isinstance(field.data, str):
                field.raw_data, field.data = [field.data], None

    def blame(self, reason: dict[str, Any], sentence: str) -> None:
        """Put a reason from channels.check beside the field it is about, where that has no mistake of its own."""
        field = self._field_of(reason["pointer"])
        if field is None:
            self.form_errors.append(sentence)
        elif not field.errors:
            field.errors = [sentence]

    def _field_of(self, pointer: str) -> Any:
        match pointer.strip("/").split("/"):
            case ["ship_to", name]:
                return self._fields.get(name)
            case ["lines", index, name]:
                names = {"quantity": "quantity", "unit_price_minor": "price", "sku": "sku"}
                return self.lines[int(index)].form._fields.get(names.get(name, "sku"))
            case ["delivery", "location"]:
                return self.location
            case ["discount_minor"]:
                return self.discount
            case ["lines"]:
                return self.lines
        return None


def _typed(field: Any) -> Any:
    return field.data if field.data is not None or not field.raw_data else field.raw_data[0]


def _count_in(currency: str, money: MoneyField) -> None:
    """Read an amount again, in the currency of the channel that was chosen in the same form."""
    money.currency = currency
    if money.raw_data:
        money.process_errors = []
        try:
            money.process_formdata(money.raw_data)
        except ValueError as error:
            money.data = None
            money.process_errors.append(str(error))
