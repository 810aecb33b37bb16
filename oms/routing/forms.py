"""The forms of routing that have nothing special about them."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from oms.web import Form

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
