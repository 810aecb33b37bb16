"""What people write about transfers."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from oms.inventory.words import OUTCOMES
from oms.web import Form
from oms.web.forms import CodeField, OnceField, options

_MOST = 1_000_000
_CODE = [InputRequired(_l("Scan or type a SKU.")), Length(max=200)]


class TransferForm(Form):
    """Between which places; what goes is added on the page of the draft."""

    source = SelectField(_l("From"), coerce=int)
    destination = SelectField(_l("To"), coerce=int)
    note = StringField(_l("Note"), [Length(max=200)])


class TransferLineForm(Form):
    """How many of a SKU, or of a lot: scanned, or one of a SKU's that is named."""

    code = CodeField(_l("SKU, barcode, lot or serial number"), _CODE)
    lot = CodeField(validators=[Length(max=48)])
    quantity = IntegerField(_l("Quantity"), [InputRequired(_l("Write a number.")), NumberRange(0, _MOST)], default=1)


class TransferReceiptForm(Form):
    """What became of units that were sent; of which lot, where it has to be said."""

    code = CodeField(_l("SKU, barcode, lot or serial number"), _CODE)
    lot = CodeField(_l("Lot or serial number"), [Length(max=48)])
    expires_on = DateField(_l("Expires on"), [Optional()])
    quantity = IntegerField(_l("Quantity"), [NumberRange(1, _MOST, _l("The quantity must be at least 1."))], default=1)
    outcome = SelectField(_l("What about it?"), choices=options(OUTCOMES.items()), default="received")
    note = StringField(_l("Note"), [Length(max=200)])
    once = OnceField()

    @property
    def lots(self) -> list[dict[str, Any]] | None:
        """As inventory.receive_transfer takes it."""
        day = self.expires_on.data
        told = {"code": self.lot.data, "quantity": self.quantity.data, "expires_on": day and day.isoformat()}
        return [told] if self.lot.data else None


class ClosingForm(Form):
    """Why the rest of a transfer never comes."""

    reason = StringField(_l("Why?"), [DataRequired(_l("Say why in a word or two.")), Length(max=200)])
