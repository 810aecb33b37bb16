"""The form of a location, with the hours of every day of the week."""

from datetime import time
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row
from wtforms import BooleanField, DateField, DecimalField, FormField, IntegerField, SelectField, StringField, TimeField
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from oms.inventory.words import DAYS, PLACES
from oms.web import Form, choices
from oms.web.forms import CodeField, MoneyField, options

_REQUIRED = InputRequired(_l("Please fill this in."))
_SHORT = Length(max=200)


class HoursForm(PlainForm):
    """One day; closed where both are empty."""

    opens = TimeField(_l("opens"), [Optional()])
    closes = TimeField(_l("closes"), [Optional()])

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Both or neither, in the right order."""
        is_read = super().validate(*args, **kwargs)
        opens, closes = self.opens.data, self.closes.data
        if is_read and (opens or closes) and not (opens and closes and opens < closes):
            self.closes.errors = [_("Give both, the earlier one first.")]
            return False
        return is_read


class LocationForm(Form):
    name = StringField(_l("Name"), [_REQUIRED, _SHORT])
    kind = SelectField(_l("Kind"), choices=options(PLACES.items()))
    line1 = StringField(_l("Street and number"), [_SHORT])
    postal_code = StringField(_l("Postal code"), [Length(max=20)])
    city = StringField(_l("City"), [_SHORT])
    country_code = SelectField(_l("Country"), choices=choices.countries)
    phone = StringField(_l("Phone"), [Length(max=40)])
    time_zone = SelectField(_l("Time zone"), choices=choices.time_zones)
    latitude = DecimalField(_l("Latitude"), [Optional(), NumberRange(-90, 90)], places=5)
    longitude = DecimalField(_l("Longitude"), [Optional(), NumberRange(-180, 180)], places=5)
    priority = IntegerField(
        _l("Priority"),
        [_REQUIRED, NumberRange(0, 10000)],
        default=100,
        description=_l("Where two are equally good, the lower one ships."),
    )
    ships = BooleanField(_l("Ships orders"), default=True)
    offers_pickup = BooleanField(_l("Customers can pick up here"))
    pickup_days = IntegerField(_l("A pickup waits (days)"), [_REQUIRED, NumberRange(1, 60)], default=7)
    cutoff = TimeField(
        _l("Cut-off"),
        [Optional()],
        description=_l("What is ordered until then leaves the same day; empty: until it closes."),
    )
    processing_days = IntegerField(
        _l("Days of work before a parcel leaves"), [Optional(), NumberRange(0, 60)], default=0
    )
    daily_shipments = IntegerField(
        _l("Shipments a day at most"),
        [Optional(), NumberRange(1, 1_000_000)],
        description=_l("Empty: as many as come."),
    )
    handling_minor = MoneyField(
        _l("Handling of a shipment"),
        [Optional()],
        default=0,
        description=_l("What it costs to pack one and hand it over."),
    )
    count_limit_units = IntegerField(
        _l("Differences of a count that need no approval (units)"), [Optional(), NumberRange(0, 1_000_000)], default=10
    )
    count_limit_minor = MoneyField(_l("... and their value at price"), [Optional()], default=20_000)
    is_active = BooleanField(_l("In use"), default=True)
    mon = FormField(HoursForm, DAYS["mon"])
    tue = FormField(HoursForm, DAYS["tue"])
    wed = FormField(HoursForm, DAYS["wed"])
    thu = FormField(HoursForm, DAYS["thu"])
    fri = FormField(HoursForm, DAYS["fri"])
    sat = FormField(HoursForm, DAYS["sat"])
    sun = FormField(HoursForm, DAYS["sun"])

    @staticmethod
    def from_row(location: Row[Any]) -> dict[str, Any]:
        """What the form shows of a location."""
        hours = {day: [time.fromisoformat(hour) for hour in found] for day, found in location.hours.items()}
        week = {day: {"opens": found[0], "closes": found[1]} for day, found in hours.items()}
        return location._asdict() | week

    @property
    def days(self) -> list[FormField]:
        return [self._fields[day] for day in DAYS]

    def location(self) -> dict[str, Any]:
        """As inventory.save_location takes it."""
        given = {
            name: found.strip() if isinstance(found, str) else found
            for name, found in self.data.items()
            if name not in DAYS
        }
        given["cutoff"] = f"{given['cutoff']:%H:%M}" if given["cutoff"] else None
        given |= {name: given[name] or 0 for name in ("processing_days", "handling_minor")}
        for name in ("latitude", "longitude"):
            given[name] = None if given[name] is None else float(given[name])
        return given | {"hours": {day: _written(self.data[day]) for day in DAYS if self.data[day]["opens"]}}


class ClosureForm(Form):
    day = DateField(_l("Day"), [_REQUIRED])
    reason = StringField(_l("Why"), [_SHORT])


class CostForm(Form):
    sku = CodeField(_l("SKU"), [_REQUIRED, Length(max=100)])
    cost_minor = MoneyField(
        _l("A unit costs"), [Optional()], description=_l("Empty: what this supplier asks for it isn't known.")
    )


class NewLocationForm(LocationForm):
    code = CodeField(
        _l("Code"), [_REQUIRED, Length(max=20)], description=_l("Short and for good: capital letters, digits, hyphens.")
    )


def _written(hours: dict[str, time]) -> list[str]:
    return [f"{hours['opens']:%H:%M}", f"{hours['closes']:%H:%M}"]
