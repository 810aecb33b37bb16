"""Where the demo company's goods are: a warehouse, two stores, a fulfillment company, and a supplier that ships for it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from oms.db import Actor

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHIFT = {day: ["07:00", "18:00"] for day in _WEEKDAYS[:5]}
_OPENING = {day: ["10:00", "19:00"] for day in _WEEKDAYS[:6]}
LOCATIONS: tuple[dict[str, Any], ...] = (
    {
        "code": "LEIPZIG",
        "name": "Leipzig warehouse",
        "kind": "warehouse",
        "time_zone": "Europe/Berlin",
        "line1": "Spinnereistraße 7",
        "postal_code": "04179",
        "city": "Leipzig",
        "country_code": "DE",
        "phone": "+49 341 23125 110",
        "latitude": 51.3276,
        "longitude": 12.3185,
        "priority": 10,
        "hours": _SHIFT,
        "cutoff": "14:00",
        "daily_shipments": 120,
        "handling_minor": 120,
    },
    {
        "code": "BERLIN",
        "name": "Berlin store",
        "kind": "store",
        "time_zone": "Europe/Berlin",
        "line1": "Kastanienallee 82",
        "postal_code": "10435",
        "city": "Berlin",
        "country_code": "DE",
        "phone": "+49 30 23125 120",
        "latitude": 52.5393,
        "longitude": 13.4104,
        "priority": 50,
        "offers_pickup": True,
        "pickup_days": 7,
        "hours": _OPENING,
        "cutoff": "13:00",
        "daily_shipments": 25,
        "handling_minor": 240,
    },
    {
        "code": "LISBON",
        "name": "Lisbon store",
        "kind": "store",
        "time_zone": "Europe/Lisbon",
        "line1": "Rua do Carmo 51",
        "postal_code": "1200-094",
        "city": "Lisboa",
        "country_code": "PT",
        "phone": "+351 21 555 0130",
        "latitude": 38.7121,
        "longitude": -9.1397,
        "priority": 60,
        "offers_pickup": True,
        "pickup_days": 5,
        "hours": _OPENING | {"sun": ["12:00", "18:00"]},
        "cutoff": "13:00",
        "daily_shipments": 20,
        "handling_minor": 220,
    },
    {
        "code": "NEWARK",
        "name": "Hudson Fulfillment, Newark",
        "kind": "3pl",
        "time_zone": "America/New_York",
        "line1": "180 Frelinghuysen Avenue",
        "postal_code": "07114",
        "city": "Newark",
        "country_code": "US",
        "phone": "+1 201 555 0140",
        "latitude": 40.7089,
        "longitude": -74.1873,
        "priority": 20,
        "hours": _SHIFT,
        "cutoff": "15:00",
        "processing_days": 1,
        "handling_minor": 190,
    },
    {
        "code": "SEIFFEN",
        "name": "Rehn joinery, Seiffen",
        "kind": "supplier",
        "time_zone": "Europe/Berlin",
        "line1": "Am Reicheltberg 4",
        "postal_code": "09548",
        "city": "Seiffen",
        "country_code": "DE",
        "phone": "+49 30 23125 150",
        "latitude": 50.6453,
        "longitude": 13.4519,
        "priority": 90,
        "hours": {day: ["07:00", "17:00"] for day in _WEEKDAYS[:5]},
        "cutoff": "12:00",
        "processing_days": 2,
    },
)


@dataclass(frozen=True)
class Place:
    """A location, with who does the work there."""

    id: int
    code: str
    city: str
    country_code: str
    zone: ZoneInfo
    hours: dict[str, list[str]]
    staff: Actor

    def open_from(self, moment: datetime) -> datetime:
        """That moment, if it is open then; else when it opens next."""
        local = moment.astimezone(self.zone)
        for days in range(8):
            day = local.date() + timedelta(days)
            hours = self.hours.get(_WEEKDAYS[day.weekday()])
            if hours is None:
                continue
            opens, closes = (datetime.combine(day, time.fromisoformat(hour), self.zone) for hour in hours)
            if local < closes:
                return max(local, opens)
        raise ValueError(f"{self.code} never opens")

    def o_clock(self, moment: datetime, hour: int, minute: int = 0) -> datetime:
        """That time of day there: on the same day, or, if it has passed, on the next on which people work."""
        local = moment.astimezone(self.zone)
        wanted = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        while wanted < local or _WEEKDAYS[wanted.weekday()] not in self.hours:
            wanted += timedelta(days=1)
        return wanted
