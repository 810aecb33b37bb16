"""The form that asks what other rules would have decided, or lets them judge what is decided from now on."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from oms.routing import trials, words
from oms.web import Form


class TrialForm(Form):
    version = SelectField(_l("What if these rules decided?"), coerce=int)
    judged = SelectField(_l("Which decisions"), coerce=int)
    days = IntegerField(
        _l("Of the last days"),
        [InputRequired(_l("Choose 1 to 365 days.")), NumberRange(1, 365, _l("Choose 1 to 365 days."))],
        default=30,
    )

    def __init__(self, **given: object) -> None:
        super().__init__(**given)
        self.version.choices = [
            (
                found.id,
                _(
                    "%(name)s, version %(n)s: %(state)s",
                    name=found.name,
                    n=found.version,
                    state=words.STATES[found.state][0],
                ),
            )
            for found in trials.versions()
        ]
        self.judged.choices = [(0, _("Every profile's"))] + [
            (found.id, _("Those of “%(name)s”", name=found.name)) for found in trials.deciding()
        ]
