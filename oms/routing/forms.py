"""The forms of routing that have nothing special about them."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import TextInput

from oms.web import Form, choices
from oms.web.forms import MoneyField

_REQUIRED = InputRequired(_l("Please fill this in."))


class NameForm(Form):
    name = StringField(_l("Name"), [_REQUIRED, Length(max=80)])


class NewProfileForm(NameForm):
    copy_of = SelectField(
        _l("Begin with what this one says"), coerce=int, description=_l("It decides nothing before you activate it.")
    )

    def __init__(self, known: dict[int, str], **given: object) -> None:
        super().__init__(**given)
        self.copy_of.choices = list(known.items())


class CountriesField(Field):
    """Countries by their two letters, as people write them: `DE, AT`; none of them: anywhere."""

    widget = TextInput()

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else ", ".join(self.data or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = (valuelist[0] if valuelist else "").upper().replace(",", " ").split() or None


def _known(_form: Any, field: Field) -> None:
    known = {country.value for country in choices.countries()}
    if unknown := [code for code in field.data or () if code not in known]:
        raise ValidationError(_("There is no country %(code)s. Write two letters, such as DE, AT.", code=unknown[0]))


class RateForm(Form):
    carrier = StringField(_l("Carrier"), [_REQUIRED, Length(max=80)])
    zone = StringField(_l("Zone"), [_REQUIRED, Length(max=80)])
    is_domestic = BooleanField(_l("Only within the location's own country"))
    from_countries = CountriesField(
        _l("From countries"), [_known], description=_l("Two letters each; empty: from anywhere.")
    )
    to_countries = CountriesField(_l("To countries"), [_known], description=_l("Two letters each; empty: to anywhere."))
    max_km = IntegerField(_l("As far as"), [Optional(), NumberRange(1, 20_000)])
    base_minor = MoneyField(_l("Price of a parcel"), [_REQUIRED])
    per_kg_minor = MoneyField(_l("and for each kilogram"), [Optional()])
    transit_days = IntegerField(_l("On its way"), [_REQUIRED, NumberRange(0, 90)])

    def rate(self) -> dict[str, Any]:
        """As routing.save_rate takes it."""
        return dict(self.data)
