"""What people write about expected deliveries."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from oms.inventory import queries
from oms.web import Form
from oms.web.forms import CodeField, OnceField, options

_REQUIRED = InputRequired(_l("Please fill this in."))
_MOST = 1_000_000


class IncomingForm(Form):
    reference = CodeField(
        _l("Reference"), [_REQUIRED, Length(max=60)], description=_l("Your order number, for example.")
    )
    supplier = StringField(_l("Supplier"), [Length(max=100)])
    location_id = SelectField(
        _l("Comes to"), choices=lambda: options((place.id, place.name) for place in queries.locations()), coerce=int
    )
    expected_on = DateField(_l("Expected on"), [InputRequired(_l("Give a day."))])
    lines = TextAreaField(
        _l("What comes"),
        [_REQUIRED, Length(max=50_000)],
        description=_l("A SKU and a quantity on each line, as in a spreadsheet."),
    )
    note = StringField(_l("Note"), [Length(max=200)])

    def validate_lines(self, field: TextAreaField) -> None:
        wrong = next((line for line in _filled(field.data) if _read(line) is None), None)
        if wrong is not None:
            raise ValidationError(_("Write a SKU and a quantity, not: %(line)s", line=wrong.strip()[:60]))

    def incoming(self) -> dict[str, Any]:
        """As inventory.expect takes it."""
        found = [_read(line) for line in _filled(self.lines.data)]
        return {
            "reference": self.reference.data,
            "supplier": (self.supplier.data or "").strip(),
            "location_id": self.location_id.data,
            "expected_on": self.expected_on.data.isoformat() if self.expected_on.data else None,
            "note": (self.note.data or "").strip(),
            "lines": [{"sku": line[0], "quantity": line[1]} for line in found if line],
        }


class ArrivalForm(Form):
    """How many of each line have come, and which where units are told apart; each line has fields of its own (arrival_form)."""

    once = OnceField()
    lines: ClassVar[list[Any]] = []

    def says_something(self) -> bool:
        if not self.received:
            self.form_errors.append(_("Write how many have come."))
        return bool(self.received)

    @property
    def received(self) -> list[dict[str, Any]]:
        """As inventory.receive_incoming takes it."""
        told = [(line.id, *self._arrived(line)) for line in self.lines]
        return [{"line_id": number, "quantity": units, "lots": lots} for number, units, lots in told if units]

    def _arrived(self, line: Any) -> tuple[int, list[dict[str, Any]] | None]:
        """How many units of a line, and of which lots."""
        if line.tracking == "serial":
            numbers = (self[f"serials_{line.id}"].data or "").split()
            return len(numbers), [{"code": code, "quantity": 1} for code in numbers]
        units = self[f"line_{line.id}"].data or 0
        if line.tracking == "none":
            return units, None
        day = self[f"expires_{line.id}"].data
        code = self[f"lot_{line.id}"].data
        return units, [{"code": code, "quantity": units, "expires_on": day and day.isoformat()}]


class ScheduleForm(Form):
    expected_on = DateField(_l("New day"), [InputRequired(_l("Give a day."))])
    reason = StringField(_l("Why?"), [Length(max=200)], description=_l("The customers' new dates follow from it."))


class ClosureForm(Form):
    reason = StringField(_l("Why?"), [Length(max=200)])


def arrival_form(lines: list[Any]) -> ArrivalForm:
    """The form of a receipt: what is still open is proposed."""
    fields = {name: field for line in lines for name, field in _fields(line).items()}
    made: type[ArrivalForm] = type("ArrivalFormOfLines", (ArrivalForm,), {**fields, "lines": lines})
    return made()


def _fields(line: Any) -> dict[str, Any]:
    """What is asked of a line when it comes, as inventory.receive needs it."""
    if line.tracking == "serial":
        return {f"serials_{line.id}": TextAreaField(_l("Serial numbers"), [Length(max=20_000)])}
    quantity = IntegerField(_l("Quantity"), [Optional(), NumberRange(0, _MOST)], default=line.open)
    if line.tracking == "none":
        return {f"line_{line.id}": quantity}
    return {
        f"line_{line.id}": quantity,
        f"lot_{line.id}": CodeField(_l("Lot"), [_named, Length(max=48)]),
        f"expires_{line.id}": DateField(_l("Expires on"), [Optional()]),
    }


def _named(form: Form, field: CodeField) -> None:
    """A lot needs its number, unless none of it has come."""
    if form[field.name.replace("lot_", "line_")].data and not field.data:
        raise ValidationError(_("Write or scan the number of the lot, or clear the quantity."))


def _filled(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]


def _read(line: str) -> tuple[str, int] | None:
    """A SKU may have spaces in it, so that the quantity is the last word."""
    sku, _space, quantity = line.strip().rpartition("\t" if "\t" in line else " ")
    quantity = quantity.strip()
    if not sku.strip() or not quantity.isascii() or not quantity.isdigit() or not 0 < int(quantity[:8]) <= _MOST:
        return None
    return sku.strip(), int(quantity[:8])
