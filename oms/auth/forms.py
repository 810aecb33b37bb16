"""The forms of logging in, of one's own account, of people and of API tokens."""

from zoneinfo import available_timezones

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import Email, InputRequired, Length, ValidationError

from oms.auth import passwords
from oms.auth.permissions import ROLE_NAMES, SCOPES
from oms.web import STAFF_LANGUAGES, Form
from oms.web.context import language_name

_REQUIRED = InputRequired(_l("Please fill this in."))
_ONLY_ASCII_AT = Email(_l("This is not an e-mail address."), granular_message=False)


def _language_choices() -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in STAFF_LANGUAGES]


def _zone_choices() -> list[tuple[str, str]]:
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return [("", _("As the shop")), *((zone, zone.replace("_", " ")) for zone in places)]


class LoginForm(Form):
    email = EmailField(_l("E-mail"), [_REQUIRED, Length(max=254)])
    password = PasswordField(_l("Password"), [_REQUIRED, Length(max=passwords.LONGEST)])


class _NewPassword(Form):
    password = PasswordField(
        _l("New password"),
        [
            _REQUIRED,
            Length(
                passwords.SHORTEST,
                passwords.LONGEST,
                _l("At least %(min)d characters. A sentence you remember is better than a riddle."),
            ),
        ],
    )

    def validate_password(self, field: Field) -> None:
        if passwords.is_common(field.data):
            raise ValidationError(_("Too easy to guess. A few words that do not belong together are good."))


class SetupForm(_NewPassword):
    """For somebody who has an account already."""


class OwnerForm(_NewPassword):
    """For the very first person."""

    name = StringField(_l("Your name"), [_REQUIRED, Length(max=100)])
    email = EmailField(_l("E-mail"), [_REQUIRED, Length(max=254), _ONLY_ASCII_AT])


class PasswordForm(_NewPassword):
    current = PasswordField(_l("Current password"), [_REQUIRED, Length(max=passwords.LONGEST)])


class ProfileForm(Form):
    language = SelectField(_l("Language"))
    time_zone = SelectField(_l("Time zone"))
    theme = SelectField(
        _l("Colors"), choices=[("auto", _l("As the device")), ("light", _l("Light")), ("dark", _l("Dark"))]
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = _language_choices()
        self.time_zone.choices = _zone_choices()


class PersonForm(Form):
    name = StringField(_l("Name"), [_REQUIRED, Length(max=100)])
    email = EmailField(_l("E-mail"), [_REQUIRED, Length(max=254), _ONLY_ASCII_AT])
    role = SelectField(_l("Role"), choices=list(ROLE_NAMES.items()), default="service")
    location_ids = SelectMultipleField(_l("Works at"), coerce=int)
    language = SelectField(_l("Language"))
    time_zone = SelectField(_l("Time zone"))
    is_active = BooleanField(_l("May log in"), default=True)

    def __init__(self, *args: object, locations: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.location_ids.choices = locations
        self.language.choices = _language_choices()
        self.time_zone.choices = _zone_choices()


class TokenForm(Form):
    name = StringField(_l("What it is for"), [_REQUIRED, Length(max=100)])
    scopes = SelectMultipleField(_l("May"), [InputRequired(_l("Choose at least one."))], choices=list(SCOPES.items()))
    days = SelectField(
        _l("Ends"),
        choices=[("", _l("Never")), ("30", _l("In 30 days")), ("90", _l("In 90 days")), ("365", _l("In a year"))],
        default="365",
    )
