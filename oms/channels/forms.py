"""The forms of channels and of imports."""

from typing import Any

from babel.numbers import list_currencies
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, Field, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, Regexp, ValidationError

from oms.channels import queries
from oms.web import CUSTOMER_LANGUAGES, Form
from oms.web.choices import languages
from oms.web.forms import options

KINDS = {
    "shopify": _l("Shopify"),
    "api": _l("Own software, through the API"),
    "phone": _l("Phone"),
    "csv": _l("Files of orders"),
}
_REQUIRED = InputRequired(_l("Please fill this in."))


class ChannelForm(Form):
    name = StringField(_l("Name"), [_REQUIRED, Length(max=100)])
    currency = StringField(_l("Currency"), [_REQUIRED])
    language = SelectField(_l("Language"), description=_l("For customers whose own we don't know."))
    is_tax_included = BooleanField(_l("Prices include tax"), default=True)
    source_location_ids = SelectMultipleField(
        _l("Ships from"), coerce=int, description=_l("Where none is chosen, from every location that ships.")
    )
    stock_policy = SelectField(
        _l("When stock is short"),
        choices=options(
            [("backorder", _l("Take the order and backorder the rest")), ("refuse", _l("Refuse the order"))]
        ),
    )
    substitution = SelectField(
        _l("Something else instead"),
        choices=options(
            [
                ("ask", _l("Ask the customer each time")),
                ("allowed", _l("Customers have agreed, if it costs no more")),
                ("refused", _l("Never")),
            ]
        ),
        default="ask",
        description=_l("What may be sent when a SKU has run out: its substitutes."),
    )
    is_active = BooleanField(_l("Orders may come in"), default=True)

    def __init__(self, locations: list[tuple[int, str]], **given: Any) -> None:
        super().__init__(**given)
        self.language.choices = languages(CUSTOMER_LANGUAGES)
        self.source_location_ids.choices = options(locations)

    def validate_currency(self, field: Field) -> None:
        field.data = field.data.upper()
        if field.data not in list_currencies():
            raise ValidationError(_("This is no currency code such as EUR."))

    def channel(self) -> dict[str, Any]:
        """What channels.save_channel takes."""
        made = {name: field.data for name, field in self._fields.items()}
        return {**made, "source_location_ids": made["source_location_ids"] or None}


class NewChannelForm(ChannelForm):
    kind = SelectField(_l("Orders come from"), choices=options(KINDS.items()))
    code = StringField(
        _l("Code"),
        [_REQUIRED, Regexp(r"[a-z0-9][a-z0-9-]{1,29}$", message=_l("2 to 30 small letters, digits and hyphens."))],
        description=_l("Stands in addresses and files, and stays."),
    )

    def validate_code(self, field: Field) -> None:
        if queries.channel_by_code(field.data):
            raise ValidationError(_("Another channel has this code."))


class ImportForm(Form):
    channel = SelectField(_l("Channel"))
    file = FileField(_l("File"), [FileRequired(_l("Choose a file."))])

    def __init__(self, channels: list[Any], **given: Any) -> None:
        super().__init__(**given)
        self.channel.choices = options((channel.code, channel.name) for channel in channels)
