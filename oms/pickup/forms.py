"""What people fill in at the counter."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from oms.web import Form
from oms.web.forms import CodeField, options

_MEANS = options([("cash", _l("Cash")), ("card", _l("Card"))])


class FindForm(Form):
    """A code, a number, a name or a shelf: typed or scanned."""

    code = CodeField(_l("Code, name or number"), [InputRequired(), Length(max=100)])


class ShelfForm(Form):
    """Where it stands; the barcode of a shelf begins with SHELF-."""

    shelf = CodeField(_l("Shelf"), [InputRequired(_l("Choose a shelf.")), Length(max=40)])

    @property
    def code(self) -> str:
        return (self.shelf.data or "").upper().removeprefix("SHELF-")


class PaymentForm(Form):
    """Part of a hand-over where something is still to be paid."""

    means = RadioField(
        _l("Paid by"), [InputRequired(_l("Take the money first, and say how it was paid."))], choices=_MEANS
    )


class CodeForm(Form):
    """The collector has the code."""

    code = CodeField(_l("Code"), [InputRequired(_l("Type the six characters.")), Length(max=40)])


class IdentityForm(Form):
    """The collector has no code, and shows who they are. Nothing of the document is kept."""

    collected_by = StringField(_l("Name on the document"), [DataRequired(_l("Give the name.")), Length(max=100)])
    seen = BooleanField(_l("I have seen a photo ID with this name"), [InputRequired(_l("Look at the document first."))])


class ExtensionForm(Form):
    """How much longer it may wait."""

    days = IntegerField(_l("Days"), [InputRequired(), NumberRange(1, 30)], default=3)
