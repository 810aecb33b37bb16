"""The forms of logging in, of one's own account, of people and of API tokens."""

from functools import partial

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, Field, PasswordField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp, ValidationError

from oms.auth import passwords, workplaces
from oms.auth.permissions import ROLE_NAMES, SCOPES
from oms.web import STAFF_LANGUAGES, Form, choices
from oms.web.forms import options

_REQUIRED = InputRequired(_l("Please fill this in."))
_EMAIL = Regexp(r"^\s*[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\s*$", message=_l("This is not an e-mail address."))


def _time_zones() -> list[SelectChoice]:
    return [*options([("", _("As the shop"))]), *choices.time_zones()]


def _locations() -> list[SelectChoice]:
    return options(workplaces.choices())


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
    email = EmailField(_l("E-mail"), [_REQUIRED, Length(max=254), _EMAIL])


class PasswordForm(_NewPassword):
    current = PasswordField(_l("Current password"), [_REQUIRED, Length(max=passwords.LONGEST)])


class ProfileForm(Form):
    language = SelectField(_l("Language"), choices=partial(choices.languages, STAFF_LANGUAGES))
    time_zone = SelectField(_l("Time zone"), choices=_time_zones)
    theme = SelectField(
        _l("Colors"), choices=options([("auto", _l("As the device")), ("light", _l("Light")), ("dark", _l("Dark"))])
    )


class PersonForm(Form):
    name = StringField(_l("Name"), [_REQUIRED, Length(max=100)])
    email = EmailField(_l("E-mail"), [_REQUIRED, Length(max=254), _EMAIL])
    role = SelectField(_l("Role"), choices=options(ROLE_NAMES.items()), default="service")
    location_ids = SelectMultipleField(_l("Works at"), choices=_locations, coerce=int)
    language = SelectField(_l("Language"), choices=partial(choices.languages, STAFF_LANGUAGES))
    time_zone = SelectField(_l("Time zone"), choices=_time_zones)
    is_active = BooleanField(_l("May log in"), default=True)


class TokenForm(Form):
    name = StringField(_l("What it is for"), [_REQUIRED, Length(max=100)])
    scopes = SelectMultipleField(
        _l("May"), [InputRequired(_l("Choose at least one."))], choices=options(SCOPES.items())
    )
    location_ids = SelectMultipleField(_l("Only at"), choices=_locations, coerce=int)
    days = SelectField(
        _l("Ends"),
        choices=options(
            [("", _l("Never")), ("30", _l("In 30 days")), ("90", _l("In 90 days")), ("365", _l("In a year"))]
        ),
        default="365",
    )
