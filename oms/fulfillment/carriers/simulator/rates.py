"""What OMS Post costs and how long it takes: by zone and weight, Sundays off."""

from dataclasses import dataclass
from datetime import date, timedelta

from oms.fulfillment.carriers import Parcel, Service

HEAVIEST_GRAMS = 31_500
_SUNDAY = 6
_EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
_CURRENCIES = {"US": "USD", "GB": "GBP", "JP": "JPY"}


@dataclass(frozen=True)
class Rate:
    """A product in one zone: a base price, a price for each kilogram begun, and its days."""

    code: str
    name: str
    base_minor: int
    kilogram_minor: int
    days: int


ZONES: dict[str, tuple[Rate, ...]] = {
    "domestic": (Rate("standard", "OMS Post Parcel", 449, 40, 2), Rate("express", "OMS Post Express", 990, 70, 1)),
    "union": (Rate("standard", "OMS Post Parcel", 899, 110, 4), Rate("express", "OMS Post Express", 2490, 260, 2)),
    "world": (Rate("standard", "OMS Post Parcel", 1790, 540, 8), Rate("express", "OMS Post Express", 4900, 990, 4)),
}


def services(parcel: Parcel) -> list[Service]:
    """The products that can carry it, cheapest first."""
    if parcel.weight_grams > HEAVIEST_GRAMS:
        return []
    return [_service(parcel, rate) for rate in ZONES[zone(parcel.origin.country_code, parcel.destination.country_code)]]


def zone(origin: str, destination: str) -> str:
    if origin == destination:
        return "domestic"
    return "union" if {origin, destination} <= _EUROPEAN_UNION else "world"


def arrival(ready_on: date, days: int) -> date:
    """So many working days later."""
    on = ready_on
    while days:
        on += timedelta(days=1)
        days -= on.weekday() != _SUNDAY
    return on


def _service(parcel: Parcel, rate: Rate) -> Service:
    kilograms = -(-parcel.weight_grams // 1000)
    price = rate.base_minor + rate.kilogram_minor * kilograms
    currency = _CURRENCIES.get(parcel.origin.country_code, "EUR")
    return Service(rate.code, rate.name, price, currency, arrival(parcel.ready_on, rate.days))
