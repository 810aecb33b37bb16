"""What people write about counts."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from oms.inventory.words import SCOPES
from oms.web import Form
from oms.web.forms import CodeField, options

_MOST = 1_000_000
_SKUS_MOST = 500


class CountForm(Form):
    """What is to be counted; of the fields below the scope only its own one counts."""

    location = SelectField(_l("Location"), coerce=int)
    scope = SelectField(_l("What?"), choices=options(SCOPES.items()), default="full")
    skus = TextAreaField(_l("SKUs"), [Length(max=20_000)], description=_l("One per line, for a count of some SKUs."))
    first = CodeField(_l("From bin"), [Length(max=40)])
    last = CodeField(_l("To bin"), [Length(max=40)])
    most = IntegerField(_l("How many SKUs"), [Optional(), NumberRange(1, _SKUS_MOST)], default=20)
    note = StringField(_l("Note"), [Length(max=200)])

    def validate_skus(self, field: TextAreaField) -> None:
        if self.scope.data == "skus" and not self.lines:
            field.errors = [_("Name at least one SKU.")]

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in (self.skus.data or "").splitlines() if line.strip()][:_SKUS_MOST]

    @property
    def given(self) -> dict[str, Any]:
        """As inventory.start_count takes it."""
        by_scope: dict[str, dict[str, Any]] = {
            "skus": {"skus": self.lines},
            "bins": {"from": self.first.data or "", "to": self.last.data or "\uffff"},
            "oldest": {"most": self.most.data or 20},
            "busiest": {"most": self.most.data or 20},
        }
        return by_scope.get(self.scope.data, {})


class TallyForm(Form):
    """How many are there: so many more, or in all."""

    code = CodeField(_l("SKU or barcode"), [InputRequired(_l("Scan or type a SKU.")), Length(max=200)])
    quantity = IntegerField(
        _l("Quantity"), [InputRequired(_l("Write a number.")), NumberRange(-_MOST, _MOST)], default=1
    )
